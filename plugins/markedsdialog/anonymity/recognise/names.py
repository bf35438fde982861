"""Text + needles -> places of registered names, however they are written.

The text is squeezed to letters and digits first, so that finding is one search for a substring;
what stood between the letters then tells a name written apart from words that happen to meet.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.recognise.needles import Needle, Search
from markedsdialog.anonymity.text import squeeze
from markedsdialog.anonymity.text.sentences import words

_CAPITALS = re.compile(r"(?<![^\W_])[A-ZÆØÅÄÖÜÉ]{2,6}(?![^\W_])")
MAYBE = "register/ordinary-word"
INITIALS = "register/initials"
_GENITIVES = frozenset({"s", "es", "ʼs", "erne", "ernes", "sk", "ske", "skt"})
_LONGEST_GAP = 4


@dataclass(frozen=True, order=True, slots=True)
class Named:
    """A match, and the needle that made it."""

    match: Match
    needle: Needle


def find(text: str, wanted: Search, is_ordinary: Callable[[str], bool]) -> Iterator[Named]:
    """Yield every place of a needle in a plain text; places of several needles may overlap.

    An ordinary word that only begins like a supplier's name is not its compound.
    """
    if not wanted.by_spelling:
        return
    squeezed = squeeze.squeeze(text)
    seen = wanted.automaton.find_matches_as_indexes(squeezed, overlapping=True)
    if not seen:
        return
    places = squeeze.places(text)
    openings = _Openings(text)
    for pattern, first, last in seen:
        letters = places[first:last]
        start, end = letters[0], letters[-1] + 1
        for needle in wanted.by_spelling[pattern]:
            if not _is_written(text, letters, needle):
                continue
            if needle.compounds and _is_another_word(text, start, end, is_ordinary):
                continue
            excused = needle.ordinary and openings.excuse(start)
            yield Named(Match(start, end, MAYBE if excused else needle.rule), needle)


def find_initials(text: str, initials: frozenset[str]) -> Iterator[Match]:
    """Yield every word in capitals that is a registered person's initials."""
    if not initials or initials.isdisjoint(_CAPITALS.findall(text)):
        return
    for word in words(text):
        if word.text in initials and not word.shouted:
            yield Match(word.start, word.end, INITIALS)


class _Openings:
    """Where a capital is owed to the place; worked out when it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def excuse(self, start: int) -> bool:
        if self._starts is None:
            self._starts = [word.start for word in words(self._text) if word.opens or word.shouted]
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] == start


def _is_written(text: str, letters: Sequence[int], needle: Needle) -> bool:
    """Whether these letters of the text are the name, and not words that happen to meet."""
    return (
        _starts_word(text, letters[0])
        and _hangs_together(text, letters, needle)
        and _has_case(text, letters, needle)
        and _ends_word(text, letters[-1] + 1, needle)
    )


def _starts_word(text: str, start: int) -> bool:
    if start == 0 or not _alike(text[start - 1], text[start]):
        return True
    return text[start].isupper() and text[start - 1].islower()


def _alike(before: str, after: str) -> bool:
    """Whether two neighbours belong to one word, or to one number."""
    return (before.isalpha() and after.isalpha()) or (before.isdigit() and after.isdigit())


def _hangs_together(text: str, letters: Sequence[int], needle: Needle) -> bool:
    """Whether the letters are one name: together, broken once, or all set apart."""
    inside: list[str] = []
    between: list[str] = []
    for count, (left, right) in enumerate(pairwise(letters), start=1):
        gap = text[left + 1 : right]
        if len(gap) > _LONGEST_GAP and gap.strip():
            return False
        (between if count in needle.breaks else inside).append(gap)
    if needle.spelling.isdigit():
        return True
    if needle.breaks and any("\n\n" in gap for gap in between):
        return False
    filled = [gap for gap in inside if gap]
    if not filled:
        return True
    if len(filled) == len(inside):
        return len(inside) > 1 or _is_break(filled[0]) or filled[0] == "."
    return len(filled) == 1 and _is_break(filled[0])


def _is_break(gap: str) -> bool:
    """Whether a gap is a hyphen or a line's end, as in a word broken by typesetting."""
    return gap.strip() in {"", "-", "‐", "‑"} and ("\n" in gap or gap.strip() != "")


def _has_case(text: str, letters: Sequence[int], needle: Needle) -> bool:
    written = "".join(text[place] for place in letters)
    apart = letters[-1] - letters[0] >= len(letters)
    if needle.acronym:
        return written.isupper() or (written.islower() and not apart)
    if needle.capital:
        return written[0].isupper() and (written[1:].islower() or written.isupper())
    return True


def _ends_word(text: str, end: int, needle: Needle) -> bool:
    tail = _tail(text, end)
    if not tail or (tail[0].isupper() and text[end - 1].islower()):
        return True
    if needle.spelling[-1].isdigit():
        return not text[end].isdigit()
    if needle.acronym:
        return tail.lower() in _GENITIVES or (tail.islower() and text[end - 1].isupper())
    return tail.lower() in _GENITIVES or (needle.compounds and len(needle.spelling) > 3)  # noqa: PLR2004 - a shorter one is an acronym


def _is_another_word(text: str, start: int, end: int, is_ordinary: Callable[[str], bool]) -> bool:
    tail = _tail(text, end)
    return len(tail) > 1 and tail.islower() and is_ordinary(text[start:end] + tail)


def _tail(text: str, end: int) -> str:
    last = end
    while last < len(text) and text[last].isalpha() and last - end < 30:  # noqa: PLR2004 - no longer ending matters
        last += 1
    return text[end:last] if text[end - 1].isalpha() else ""
