"""Project folder -> all that the commands and the build need to know, or every fault in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from markedsdialog.anonymity.gate.allowances import Allowed, read_allowances
from markedsdialog.anonymity.gate.remembered import Remembered
from markedsdialog.anonymity.gate.watch import Watch, watch
from markedsdialog.anonymity.lexicon.lexicon import Lexicon, load
from markedsdialog.anonymity.redact.roles import RolesFile, read_roles
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.register.read import read_register
from markedsdialog.anonymity.seal import Checked, check
from markedsdialog.anonymity.terms import TermsFile, read_terms, terms
from markedsdialog.findings import Finding, Refused, refuse_if_any

WORDS = Path(".cache/words")
VERDICTS = Path(".cache/gate")
PRIVATE = "private"
MINUTES = "dialoger/*/referater/*.md"
_Read = TypeVar("_Read")


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
    faults: list[Finding] = []
    known = _read(folder, "terms.yml", faults, lambda text, path: read_terms(text, path, lexicon))
    allowed = _read(folder, "allowances.yml", faults, read_allowances)
    roles = _read(folder, "roles.yml", faults, read_roles)
    refuse_if_any(faults)
    if known is None or allowed is None or roles is None:
        raise AssertionError("what is not read has a finding")
    return Project(root, content or root / "content", lexicon, known, allowed, roles)


def _read(
    folder: Path, name: str, faults: list[Finding], read: Callable[[str, str], _Read]
) -> _Read | None:
    try:
        return read((folder / name).read_text(encoding="utf-8"), f"{folder.name}/{name}")
    except Refused as refused:
        faults += refused.findings
        return None
