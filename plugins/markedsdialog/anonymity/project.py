"""Project folder -> all that the commands and the build need to know, or every fault in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markedsdialog.anonymity.gate.allowances import Allowed, read_allowances
from markedsdialog.anonymity.gate.remembered import Remembered
from markedsdialog.anonymity.gate.watch import Watch, watch
from markedsdialog.anonymity.lexicon.lexicon import Lexicon, load
from markedsdialog.anonymity.redact.roles import RolesFile, read_roles
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.register.read import read_register
from markedsdialog.anonymity.seal import Checked, check
from markedsdialog.anonymity.terms import TermsFile, read_terms, terms
from markedsdialog.findings import Attempts, Refused

WORDS = Path(".cache/words")
VERDICTS = Path(".cache/gate")
PRIVATE = "private"
MINUTES = "dialoger/*/referater/*.md"


@dataclass(frozen=True, slots=True)
class Project:
    """One checkout of the site with what its editors decided.

    root: where private/ and .cache/ are. content: the folder of all content.
    """

    root: Path
    content: Path
    lexicon: Lexicon
    known: TermsFile
    allowed: Allowed
    roles: RolesFile

    def watch(self, registers: tuple[Register, ...]) -> Watch:
        """Return what to watch for in everything, against these registers."""
        site = self.known.site
        further = {slug: terms((*site, *phrases)) for slug, phrases in self.known.dialogues.items()}
        return watch(registers, self.lexicon, terms(site), self.allowed.own).with_terms(further)

    def registers(self) -> tuple[Register, ...]:
        """Return the register of every folder in private/; none where private/ is not.

        Raises Refused for a folder without one: nobody can tell whom it was to keep out.
        """
        folder = self.root / PRIVATE
        entries = sorted(folder.iterdir()) if folder.exists() else []
        return tuple(read_register(one / "register.yml") for one in entries if one.is_dir())

    def seals(self) -> Iterator[tuple[Path, Checked]]:
        """Yield all minutes, each with what its seal says."""
        for minutes in sorted(self.content.glob(MINUTES)):
            yield minutes, check(minutes, minutes.relative_to(self.content.parent).as_posix())

    def remembered(self, by: str) -> Remembered:
        """Return the verdicts of last time; who asks for other files keeps them apart."""
        return Remembered(self.root / VERDICTS / f"{by}.json")


def read_project(root: Path, content: Path | None = None, data: Path | None = None) -> Project:
    """Return the project; raises Refused with every fault, OSError when a file is missing.

    content, data: where these folders are, when they do not lie in the root.
    """
    lexicon = load(root / WORDS)
    folder = data or root / "data"
    files = Attempts()
    known = files.attempt(lambda: read_terms(*_written(folder, "terms.yml"), lexicon))
    allowed = files.attempt(lambda: read_allowances(*_written(folder, "allowances.yml")))
    roles = files.attempt(lambda: read_roles(*_written(folder, "roles.yml")))
    if known is None or allowed is None or roles is None:
        raise Refused(files.findings)
    return Project(root, content or root / "content", lexicon, known, allowed, roles)


def _written(folder: Path, name: str) -> tuple[str, str]:
    """Return what stands in a file, and what findings call the file."""
    return (folder / name).read_text(encoding="utf-8"), f"{folder.name}/{name}"
