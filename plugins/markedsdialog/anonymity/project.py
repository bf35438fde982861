"""Project folder -> all that the commands and the build need to know, or every fault in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from markedsdialog.anonymity.gate.allowances import Allowance, Allowed, read_allowances
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
VERDICTS = Path(".cache/gate.json")
MINUTES = "content/dialoger/*/referater/*.md"
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Project:
    """One checkout of the site with what its editors decided."""

    root: Path
    lexicon: Lexicon
    known: TermsFile
    allowed: Allowed
    roles: RolesFile

    def watch(self, registers: tuple[Register, ...]) -> Watch:
        """Return what to watch for in everything, against these registers."""
        phrases = [*self.known.site, *(p for more in self.known.dialogues.values() for p in more)]
        return watch(registers, self.lexicon, terms(phrases), self.allowed.own)

    def registers(self) -> tuple[Register, ...]:
        """Return every register below private/; none where private/ is not; raises Refused."""
        return tuple(
            read_register(path) for path in sorted(self.root.glob("private/*/register.yml"))
        )

    def seals(self) -> Iterator[Checked]:
        """Yield what the seal of each of the minutes says."""
        for minutes in sorted(self.root.glob(MINUTES)):
            yield check(minutes, minutes.relative_to(self.root).as_posix())

    def remembered(self) -> Remembered:
        """Return the verdicts of last time."""
        return Remembered(self.root / VERDICTS)

    def sealed_allowances(self) -> tuple[Allowance, ...]:
        """Return what the seals let stand; broken seals let nothing stand."""
        return tuple(one for checked in self.seals() for one in checked.allowances)


def read_project(root: Path) -> Project:
    """Return the project; raises Refused with every fault, OSError when a file is missing."""
    lexicon = load(root / WORDS)
    faults: list[Finding] = []
    known = _read(
        root, "data/terms.yml", faults, lambda text, path: read_terms(text, path, lexicon)
    )
    allowed = _read(root, "data/allowances.yml", faults, read_allowances)
    roles = _read(root, "data/roles.yml", faults, read_roles)
    refuse_if_any(faults)
    if known is None or allowed is None or roles is None:
        raise AssertionError("what is not read has a finding")
    return Project(root, lexicon, known, allowed, roles)


def _read(
    root: Path, shown: str, faults: list[Finding], read: Callable[[str, str], _Read]
) -> _Read | None:
    try:
        return read((root / shown).read_text(encoding="utf-8"), shown)
    except Refused as refused:
        faults += refused.findings
        return None
