"""Text of a register -> Register, or every fault in it.

A fault names the entry by its line or its number, and never by what stands in it.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from markedsdialog.anonymity.register.model import Register, Side
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.source import facts


def read_register(path: Path) -> Register:
    """Return the register of a file; raises Refused when it is missing or contradicts itself."""
    shown = _shown(path)
    if not path.is_file():
        raise Refused([_fault(shown, "missing", "there must be a register", "Run anonymise first")])
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise Refused(
            [_fault(shown, "unreadable", "the register must be UTF-8 text", "Save it as UTF-8")]
        ) from None
    return parse_register(text, shown)


def parse_register(text: str, shown: str) -> Register:
    """Return the register of a text; shown is the path that findings name."""
    register = facts.read(Register, text, shown)
    refuse_if_any(_contradictions(register, shown))
    return register


def _contradictions(register: Register, shown: str) -> Iterator[Finding]:
    if not register.people and not register.suppliers:
        yield _fault(
            shown, "empty", "a register must name somebody", "Enter who took part in the meeting"
        )
    ids = [supplier.id for supplier in register.suppliers]
    if len(set(ids)) < len(ids):
        yield _fault(shown, "twice", "each supplier id must stand once", "Merge the two entries")
    names = Counter(
        name.casefold() for supplier in register.suppliers for name in set(supplier.names)
    )
    if any(count > 1 for count in names.values()):
        yield _fault(
            shown, "twice", "a name must belong to one supplier", "Give the name to one of them"
        )
    people = Counter(person.name.casefold() for person in register.people)
    if any(count > 1 for count in people.values()):
        yield _fault(
            shown, "twice", "a person must stand once", "Merge the two, or tell them apart by alias"
        )
    yield from _sides(register, shown)


def _sides(register: Register, shown: str) -> Iterator[Finding]:
    ids = {supplier.id for supplier in register.suppliers}
    for index, person in enumerate(register.people):
        if person.supplier is not None and person.supplier not in ids:
            yield _fault(
                shown,
                "unknown-supplier",
                f"people.{index}.supplier must be the id of a supplier",
                "Correct the id, or enter the supplier",
            )
        if person.supplier is not None and person.side is not Side.SUPPLIER:
            yield _fault(
                shown,
                "contradiction",
                f"people.{index} must be on the supplier's side or belong to none",
                "Correct the side, or remove the supplier",
            )


def _fault(shown: str, what: str, must: str, mend: str) -> Finding:
    return Finding(shown, 1, f"register/{what}", must, mend)


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])
