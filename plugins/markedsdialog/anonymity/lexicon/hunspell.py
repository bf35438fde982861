"""Hunspell's .aff and .dic -> every inflected form, without compounds.

Only what the Danish dictionary uses is read: numeric flags, suffixes and suffixes upon suffixes
(hunspell(5)). Compounding is left out on purpose: it accepts a surname such as "brodersen" as a
compound of ordinary words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

FORBIDDEN_WORD = "6"
NEEDS_AFFIX = "8"
ONLY_IN_COMPOUND = "36"
PLACE = "54"  # the flag of words that take Nord-, Syd- and so on


@dataclass(frozen=True, slots=True)
class Suffix:
    """One line of a suffix class: what goes, what comes, and on which endings."""

    strip: str
    add: str
    flags: frozenset[str]
    condition: re.Pattern[str]

    def on(self, word: str) -> str | None:
        """Return the word with this suffix, or None where it cannot stand."""
        if not word.endswith(self.strip) or not self.condition.search(word):
            return None
        return word[: len(word) - len(self.strip)] + self.add


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the dictionary with its flags."""

    word: str
    flags: frozenset[str]


def suffixes(aff: str) -> dict[str, tuple[Suffix, ...]]:
    """Return the suffix classes of an affix file by flag."""
    classes: dict[str, list[Suffix]] = {}
    for line in aff.splitlines():
        fields = line.split()
        if len(fields) >= 5 and fields[0] == "SFX":  # noqa: PLR2004 - SFX flag strip add condition
            add, _, flags = fields[3].partition("/")
            suffix = Suffix(_text(fields[2]), _text(add), _flags(flags), _condition(fields[4]))
            classes.setdefault(fields[1], []).append(suffix)
    return {flag: tuple(rules) for flag, rules in classes.items()}


def entries(dic: str) -> Iterator[Entry]:
    """Yield the words of a dictionary file; its first line is a count."""
    for line in dic.splitlines()[1:]:
        word, _, flags = line.split("\t")[0].split(" ")[0].partition("/")
        if word:
            yield Entry(word, _flags(flags))


def forms(entry: Entry, classes: Mapping[str, tuple[Suffix, ...]]) -> Iterator[str]:
    """Yield the word and its inflections, as they may stand alone in a text."""
    if FORBIDDEN_WORD in entry.flags or ONLY_IN_COMPOUND in entry.flags:
        return
    if NEEDS_AFFIX not in entry.flags:
        yield entry.word
    for form, flags in _inflected(entry.word, entry.flags, classes):
        if not flags & {NEEDS_AFFIX, ONLY_IN_COMPOUND}:
            yield form
        for twice, last in _inflected(form, flags - entry.flags, classes):
            if not last & {NEEDS_AFFIX, ONLY_IN_COMPOUND}:
                yield twice


def _inflected(
    word: str, flags: Iterable[str], classes: Mapping[str, tuple[Suffix, ...]]
) -> Iterator[tuple[str, frozenset[str]]]:
    for flag in flags:
        for suffix in classes.get(flag, ()):
            form = suffix.on(word)
            if form is not None:
                yield form, suffix.flags


def _text(field: str) -> str:
    return "" if field == "0" else field


def _flags(field: str) -> frozenset[str]:
    return frozenset(field.split(",")) if field else frozenset()


@cache
def _condition(field: str) -> re.Pattern[str]:
    return re.compile(("" if field == "." else field) + r"\Z")
