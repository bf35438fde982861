"""Text + register -> the text with a role or a letter in each name's place.

Longest names first, so that a full name becomes one role. Genitives stay genitives, and a
compound keeps its second half: "Leverandør A-konsulenter".
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markedsdialog.anonymity.recognise import email, names, numbers, phone
from markedsdialog.anonymity.recognise.address import find as find_addresses
from markedsdialog.anonymity.recognise.cpr import find as find_cpr
from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.recognise.needles import NUMBER, SUPPLIER, Search
from markedsdialog.anonymity.recognise.own import Own
from markedsdialog.anonymity.text.plain import plain

_ENDING = re.compile(r"[’']?(?P<letters>[^\W\d_]*)")
_GENITIVE = frozenset({"s", "es", "S"})
_NEUTRAL = {
    "contact/e-mail": "[e-mail fjernet]",
    "contact/phone": "[telefonnummer fjernet]",
    "contact/cpr": "[nummer fjernet]",
    "contact/address": "[adresse fjernet]",
    NUMBER: "[sagsnummer fjernet]",
}
_VERB = re.compile(r"\b(?:er|var|bliver|blev|virker|stiller sig)\s\Z", re.IGNORECASE)
_INFLECTED = re.compile(r"\s(?:ikke\s|meget\s|også\s)?[^\W\d_]{3,}(?:e|t)\b")
_ADJECTIVE = re.compile(
    r"\s(?:er|var|bliver|blev|virker|stiller sig)" + _INFLECTED.pattern, re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """One change. old names somebody and may only be written below private/. line: of the text."""

    line: int
    rule: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a human must look at in the draft; about says what without naming."""

    line: int
    about: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without the names of the register."""

    text: str
    replacements: tuple[Replacement, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    start: int
    end: int
    rule: str
    new: str


def redact(
    raw: str,
    wanted: Search,
    roles: Sequence[str],
    letters: Mapping[str, str],
    own: Own,
    is_ordinary: Callable[[str], bool],
) -> Redacted:
    """Return the text with neutral words in the place of names; roles by index of the person."""
    text = plain(raw).text
    changes = _without_overlaps(
        [_of_name(text, named, roles, letters) for named in names.find(text, wanted, is_ordinary)]
        + [_Change(m.start, m.end, m.rule, _NEUTRAL[m.rule]) for m in _contacts(text, own)]
    )
    pieces, replacements, doubts, at, line = [], [], [], 0, 1
    for change in changes:
        pieces += [text[at : change.start], change.new]
        line += text.count("\n", at, change.start)
        replacements.append(
            Replacement(line, change.rule, text[change.start : change.end], change.new)
        )
        doubts += _doubts(text, change, line)
        line += text.count("\n", change.start, change.end)
        at = change.end
    return Redacted("".join([*pieces, text[at:]]), tuple(replacements), tuple(doubts))


def _contacts(text: str, own: Own) -> list[Match]:
    masked = numbers.mask(text)
    return [
        *email.find(text, own),
        *find_cpr(masked),
        *phone.find(masked, own),
        *find_addresses(text, own),
    ]


def _of_name(
    text: str, named: names.Named, roles: Sequence[str], letters: Mapping[str, str]
) -> _Change:
    start, end = named.match.start, named.match.end
    needle = named.needle
    if needle.rule == NUMBER:
        number = re.compile(r"[\d-]*").match(text, end)
        return _Change(start, number.end() if number else end, NUMBER, _NEUTRAL[NUMBER])
    ending = _ENDING.match(text, end)
    letters_after = ending["letters"] if ending else ""
    stop = ending.end() if ending and letters_after else end
    if needle.rule == SUPPLIER:
        return _Change(start, stop, needle.rule, _supplier(letters[needle.owner], letters_after))
    return _Change(
        start, stop, needle.rule, _person(text, start, roles[int(needle.owner)], letters_after)
    )


def _supplier(letter: str, ending: str) -> str:
    name = f"Leverandør {letter}"
    if not ending:
        return name
    return (
        f"{name}'s"
        if ending in _GENITIVE or ending.startswith("sk")
        else f"{name}-{ending.lower()}"
    )


def _person(text: str, start: int, role: str, ending: str) -> str:
    before = text[:start].rstrip(" ")
    opens = not before or before[-1] in ".!?\n:-•*#>"
    definite = _definite(role)
    word = definite[0].upper() + definite[1:] if opens else definite
    return f"{word}s" if ending in _GENITIVE else word


_DEFINITE = {"fuldmægtig": "fuldmægtigen", "leder": "lederen", "medarbejder": "medarbejderen"}


def _definite(role: str) -> str:
    return _DEFINITE.get(role, role + ("n" if role.endswith("e") else "en"))


def _doubts(text: str, change: _Change, line: int) -> list[Doubt]:
    doubts = []
    if change.rule == SUPPLIER and _has_adjective(text, change):
        doubts.append(Doubt(line, "an adjective agreed with the supplier's name"))
    if change.rule == names.MAYBE:
        doubts.append(Doubt(line, "an ordinary word that is also the supplier's name was replaced"))
    return doubts


def _has_adjective(text: str, change: _Change) -> bool:
    """Whether the name is the subject of "er", before or after it, with an inflected adjective."""
    if _ADJECTIVE.match(text, change.end):
        return True
    inverted = _VERB.search(text[max(0, change.start - 12) : change.start])
    return inverted is not None and _INFLECTED.match(text, change.end) is not None


def _without_overlaps(changes: list[_Change]) -> list[_Change]:
    """Return the changes in order, of overlapping ones the longest, and neighbours joined."""
    kept: list[_Change] = []
    for change in sorted(changes, key=lambda one: (one.start, -one.end)):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept
