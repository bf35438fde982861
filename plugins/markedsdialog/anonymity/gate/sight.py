"""One text -> what stands in it against a rule, with the digest under which it may be approved."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from markedsdialog.anonymity import words
from markedsdialog.anonymity.extract.passage import Passage
from markedsdialog.anonymity.gate.watch import Watch
from markedsdialog.anonymity.recognise import (
    address,
    cpr,
    email,
    names,
    numbers,
    phone,
    tampering,
)
from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.rules import RULES
from markedsdialog.anonymity.text.plain import Plain, plain
from markedsdialog.anonymity.text.sentences import Occurrences
from markedsdialog.anonymity.text.stretches import stretches

_SHORTEST_IN_DATA = 4
MOST_TO_DECIDE = 10_000
"""Of one rule in one passage. What has more is refused as a whole, and not read to its end."""
_DIGIT = re.compile(r"\d")
_HEXADECIMAL = re.compile(r"[0-9a-f]{10}")  # asked first, and fast
_DIGEST = re.compile(  # chance spells names and numbers; a short one has letters and digits
    r"(?<![^\W_])(?:[0-9a-f]{32,}|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{10,})(?![^\W_])"
)


class Sighting(NamedTuple):
    """One breach of one rule at one place; occurrence is empty where nobody may approve it."""

    part: str
    line: int
    rule: str
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything sighted in one file. path: as it may be shown, relative to the root."""

    path: str
    sightings: tuple[Sighting, ...]


def sight(passage: Passage, watch: Watch, *, deny: bool) -> Iterator[Sighting]:
    """Yield what stands in a passage; deny asks for every capital in prose to be owed."""
    read = plain(passage.text)
    tampered = [] if read.places is None else list(tampering.find(passage.text))
    for match, line in zip(tampered, passage.lines_of([m.start for m in tampered]), strict=True):
        yield Sighting(passage.part, line, match.rule)
    found = matches(read, watch, deny=deny and passage.prose, data=passage.data)
    if not found:
        return
    if len(found) > MOST_TO_DECIDE:
        yield Sighting(passage.part, 1, "text/too-much")
    occurrences = Occurrences(read.text)
    lines = passage.lines_of([read.place(match.start) for match in found])
    for match, line in zip(found, lines, strict=True):
        approvable = RULES[match.rule].approvable
        digest = occurrences.digest(match.start, match.rule) if approvable else ""
        yield Sighting(passage.part, line, match.rule, digest)


def matches(read: Plain, watch: Watch, *, deny: bool, data: bool = False) -> list[Match]:
    """Return what stands in a plain text, without what a graver finding already covers."""
    grave = [
        named.match
        for named in names.find(read.text, watch.names, watch.lexicon.is_ordinary)
        if not data or len(named.needle.spelling) >= _SHORTEST_IN_DATA
    ]
    if grave:
        by_chance = [match.span() for match in _DIGEST.finditer(read.text)]
        grave = [match for match in grave if not _within(match, by_chance)]
    light: list[Match] = []
    for start, stretch in stretches(read.text):
        for match in _in_stretch(stretch, watch, deny, data):
            moved = Match(match.start + start, match.end + start, match.rule)
            (light if RULES[match.rule].approvable else grave).append(moved)
            if len(light) + len(grave) > MOST_TO_DECIDE:
                return sorted({*grave, *light})
    return sorted({*grave, *_uncovered(light, grave)})


@lru_cache(maxsize=100_000)  # every page of a site repeats the stretches of its frame
def _in_stretch(stretch: str, watch: Watch, deny: bool, data: bool) -> tuple[Match, ...]:  # noqa: FBT001 - keywords are dear to a cache
    """Return what stands in a stretch, but for registered names."""
    has_digits = _DIGIT.search(stretch) is not None
    has_long = has_digits and numbers.has_long(stretch)
    text = stretch
    if has_digits and _HEXADECIMAL.search(stretch):
        text = _DIGEST.sub(lambda digest: "#" * len(digest.group()), stretch)
    found = [*email.find(text, watch.own)]
    if has_long and not data and numbers.has_long(masked := numbers.mask(text)):
        found += cpr.find(masked)
        found += _some(phone.find(masked, watch.own))
    if has_digits and not data:
        found += _some(address.find(text, watch.own))
    if deny:
        found += _some(words.find(text, watch.lexicon, watch.terms))
        found += names.find_initials(text, watch.initials)
    return tuple(found)


def _within(match: Match, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= match.start and match.end <= end for start, end in spans)


def _some(found: Iterator[Match]) -> Iterator[Match]:
    """Yield as many as anybody could decide, and one more, by which `sight` knows."""
    return islice(found, MOST_TO_DECIDE + 1)


def _uncovered(light: list[Match], grave: list[Match]) -> list[Match]:
    """Return the matches that touch none of the graver ones."""
    ordered = sorted(grave)
    starts = [match.start for match in ordered]
    furthest = list(accumulate((match.end for match in ordered), max))
    kept = []
    for match in light:
        before = bisect_left(starts, match.end)  # so many begin before this one ends
        if before == 0 or furthest[before - 1] <= match.start:
            kept.append(match)
    return kept
