"""Participants of raw minutes -> a register to begin with, for the editor to complete."""

import re
import unicodedata

import yaml

from markedsdialog.anonymity.recognise.own import Own
from markedsdialog.anonymity.redact.heading import Heading
from markedsdialog.anonymity.register.model import Person, Register, Side, Supplier

_AUTHORITY = re.compile(
    r"forvaltning|kommune|jobcenter|ministeri|styrelse|center for|region\b|udbud|indkøb",
    re.IGNORECASE,
)
_ADVISER = re.compile(r"rådgiv|advokat|konsulenthus", re.IGNORECASE)
_STREET = re.compile(r"[A-ZÆØÅ][^\d,\n]{2,40}\s\d{1,3}[^,\n]{0,5}(?:,[^\n]*)?")
_NUMBER = re.compile(r"\d[\d/-]{4,}\d")
NOBODY = Own()
_SAME_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def propose(heading: Heading, own: Own = NOBODY) -> Register:
    """Return everybody whom the participants' table names; an empty register when it has none."""
    groups = dict.fromkeys(p.group for p in heading.participants if _side(p.group) is Side.SUPPLIER)
    place = _STREET.search(heading.place)
    foreign = place and not own.has_address(place.group().split(",")[0])
    suppliers = tuple(
        Supplier(
            id=f"supplier-{number}",
            names=(group,),
            addresses=(place.group().strip(),) if place and foreign and len(groups) == 1 else (),
        )
        for number, group in enumerate(groups, start=1)
    )
    ids = {supplier.names[0]: supplier.id for supplier in suppliers}
    people = tuple(
        Person(name=p.name, role=p.role, side=_side(p.group), supplier=ids.get(p.group))
        for p in heading.participants
        if len(p.name) > 1
    )
    numbers = dict.fromkeys(n for text in heading.numbers for n in _NUMBER.findall(text))
    return Register(people=people, suppliers=suppliers, numbers=tuple(numbers))


def as_yaml(register: Register) -> str:
    """Return the text of a register's file."""
    facts = register.model_dump(mode="json", exclude_defaults=True)
    return "# Complete this: short names, domains, addresses, people named in the text only.\n" + (
        yaml.safe_dump(facts, sort_keys=False, allow_unicode=True)
    )


def slug(text: str) -> str:
    """Return a text as an address: lower case, hyphens, ae oe aa."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SAME_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


def _side(group: str) -> Side:
    if not group or _AUTHORITY.search(group):
        return Side.AUTHORITY if group else Side.OTHER
    return Side.ADVISER if _ADVISER.search(group) else Side.SUPPLIER
