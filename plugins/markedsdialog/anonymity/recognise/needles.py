"""Register -> what to look for: each name, part of a name and number in every spelling."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from markedsdialog.anonymity.register.model import Person, Register, Supplier
from markedsdialog.anonymity.text.squeeze import spellings

PERSON, SUPPLIER, NUMBER = "register/person", "register/supplier", "register/number"
_PARTICLES = frozenset(
    {"af", "al", "de", "del", "den", "der", "di", "el", "la", "van", "von", "og"}
)
_COMPANY_FORM = re.compile(
    r"[\s,]*\b(?:a/s|aps|i/s|k/s|p/s|ivs|a\.?m\.?b\.?a\.?|s\.?m\.?b\.?a\.?|f\.?m\.?b\.?a\.?|"
    r"ab|asa|gmbh|ltd\.?|inc\.?|holding|danmark|fonden)\s*\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_LOOSE = 4
_SHORTEST_JOINED = 5


@dataclass(frozen=True, slots=True)
class Needle:
    """One thing to look for.

    spelling: squeezed letters and digits, as `squeeze` gives them.
    breaks: how many letters stand before each new word of the name.
    rule: under which rule it is found.
    owner: whose it is: an index among the people, a supplier's id, "" for a number.
    compounds: whether letters may follow, as in "Eksempelkonsulenter".
    capital: whether it counts only with a capital letter, being an ordinary word or very short.
    ordinary: whether it is a supplier's name and a word of the dictionary, so that a capital at
        the start of a sentence proves nothing. A person's name has no such excuse.
    acronym: whether it is two or three capitals.
    """

    spelling: str
    breaks: frozenset[int]
    rule: str
    owner: str
    compounds: bool = False
    capital: bool = False
    ordinary: bool = False
    acronym: bool = False


def needles(register: Register, is_ordinary: Callable[[str], bool]) -> tuple[Needle, ...]:
    """Return everything to look for, longest first."""
    found: set[Needle] = set()
    for index, person in enumerate(register.people):
        found.update(_of_person(person, str(index), is_ordinary))
    for supplier in register.suppliers:
        found.update(_of_supplier(supplier, is_ordinary))
    for number in register.numbers:
        found.update(_whole(number, NUMBER, ""))
    return tuple(sorted(found, key=lambda needle: (-len(needle.spelling), needle.spelling)))


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """All needles made ready to be looked for in one pass.

    by_spelling: the needles of each pattern of the automaton, in its order.
    """

    automaton: AhoCorasick
    by_spelling: tuple[tuple[Needle, ...], ...]


def search(wanted: Iterable[Needle]) -> Search:
    """Return these needles made ready."""
    spelled: dict[str, list[Needle]] = {}
    for needle in dict.fromkeys(wanted):
        spelled.setdefault(needle.spelling, []).append(needle)
    return Search(AhoCorasick(list(spelled)), tuple(map(tuple, spelled.values())))


def initials(register: Register) -> frozenset[str]:
    """Return the capital initials of every registered person, of first and last and of all."""
    found = set()
    for person in register.people:
        parts = [part for part in _parts(person.name) if part.lower() not in _PARTICLES]
        if len(parts) > 1:
            letters = "".join(part[0] for part in parts).upper()
            found.update({letters, letters[0] + letters[-1]})
    return frozenset(found)


def _of_person(person: Person, owner: str, is_ordinary: Callable[[str], bool]) -> Iterator[Needle]:
    parts = [part for part in _parts(person.name) if part.lower() not in _PARTICLES]
    for part in parts:
        yield from _single(part, PERSON, owner, is_ordinary)
    if len(parts) > 1:
        first, last = parts[0], parts[-1]
        for joined in (" ".join(parts), f"{first} {last}", f"{last} {first}"):
            yield from _whole(joined, PERSON, owner)
        if len(last) >= _SHORTEST_LOOSE:
            yield from _whole(first[0] + last, PERSON, owner)
    for alias in person.aliases:
        yield from _name(alias, PERSON, owner, is_ordinary)


def _of_supplier(supplier: Supplier, is_ordinary: Callable[[str], bool]) -> Iterator[Needle]:
    for name in supplier.names:
        short = _COMPANY_FORM.sub("", name)
        yield from _name(short or name, SUPPLIER, supplier.id, is_ordinary)
        for part in _parts(short):
            if len(part) >= _SHORTEST_LOOSE and not is_ordinary(part):
                yield from _single(part, SUPPLIER, supplier.id, is_ordinary)
    for domain in supplier.domains:
        yield from _whole(domain, SUPPLIER, supplier.id)
        label = domain.lower().removeprefix("www.").split(".")[0]
        yield from _name(label, SUPPLIER, supplier.id, is_ordinary)
    for exact in (*supplier.addresses, *supplier.numbers):
        yield from _whole(exact, SUPPLIER, supplier.id)
    for address in supplier.addresses:
        yield from _whole(address.split(",")[0], SUPPLIER, supplier.id)


def _name(name: str, rule: str, owner: str, is_ordinary: Callable[[str], bool]) -> Iterator[Needle]:
    if len(_parts(name)) > 1 and not _is_dotted(name):
        yield from _whole(name, rule, owner, compounds=rule == SUPPLIER)
    else:
        yield from _single(name, rule, owner, is_ordinary)


def _single(
    name: str, rule: str, owner: str, is_ordinary: Callable[[str], bool]
) -> Iterator[Needle]:
    plain = "".join(_parts(name))
    if len(plain) < 2:  # noqa: PLR2004 - a single letter names nobody
        return
    acronym = len(plain) < _SHORTEST_LOOSE and plain.isupper()
    ordinary = not acronym and is_ordinary(plain)
    for spelling in spellings(plain):
        yield Needle(
            spelling,
            frozenset(),
            rule,
            owner,
            compounds=rule == SUPPLIER and not ordinary,
            capital=ordinary or len(plain) < 3,  # noqa: PLR2004 - "Bo" is a name, "bo" is not
            ordinary=ordinary and rule == SUPPLIER,
            acronym=acronym,
        )


def _whole(name: str, rule: str, owner: str, *, compounds: bool = False) -> Iterator[Needle]:
    parts = _parts(name)
    choices: list[tuple[str, ...]] = [()]
    for part in parts:
        choices = [(*done, way) for done in choices for way in sorted(spellings(part))]
    for ways in choices:
        spelling = "".join(ways)
        if len(spelling) >= _SHORTEST_JOINED:
            yield Needle(spelling, _breaks(ways), rule, owner, compounds=compounds)


def _breaks(ways: tuple[str, ...]) -> frozenset[int]:
    lengths = [len(way) for way in ways]
    return frozenset(sum(lengths[:count]) for count in range(1, len(lengths)))


def _parts(name: str) -> list[str]:
    return _WORD.findall(name)


def _is_dotted(name: str) -> bool:
    return all(len(part) == 1 for part in _parts(name))
