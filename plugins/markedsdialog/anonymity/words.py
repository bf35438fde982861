"""Text -> the words that nobody has answered for: default-deny.

A capital letter must be owed to the place (the start of a sentence, and the word is ordinary) or
to a term that the site knows. A lower-case word must not be a listed name and nothing else.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from markedsdialog.anonymity.lexicon.lexicon import Lexicon
from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.terms import Terms
from markedsdialog.anonymity.text.sentences import Word, words

UNKNOWN = "words/unknown"
LOWER_CASE = "words/lower-case-name"
_PRONOUNS = frozenset({"I", "De", "Dem", "Deres", "Jeres"})
_LETTERED = re.compile(r"\bLeverandør(?=\s+[A-Z]\b)")
_SINGLE = re.compile(r"[^\W\d_](?:['’]s?)?")
_ROMAN = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX"})
_LABELS = frozenset(
    "leverandør delaftale bilag model gruppe kategori område udbudsområde lot type niveau del "
    "punkt spor fase pulje afsnit hold klasse scenarie boks figur tabel variant plan".split()
)
_NOT_A_WORD = re.compile(r"\W")
_SHORTEST_LOWER = 3


def find(text: str, lexicon: Lexicon, terms: Terms) -> Iterator[Match]:
    """Yield every word of a plain text that must be decided."""
    spans: Sequence[tuple[int, int]] | None = None
    for word in words(text, _suspicion(lexicon)):
        is_lower = word.text.islower()
        if not is_lower and _is_answered_for(text, word, lexicon):
            continue
        spans = terms.spans(text) if spans is None else spans
        if not _within(word, spans):
            yield Match(word.start, word.end, LOWER_CASE if is_lower else UNKNOWN)


def _is_answered_for(text: str, word: Word, lexicon: Lexicon) -> bool:
    if _SINGLE.fullmatch(word.text):
        return _is_label(text, word)
    if word.text in _PRONOUNS or word.text in _ROMAN or _LETTERED.match(text, word.start):
        return True
    if word.shouted or (word.opens and word.text[1:].islower()):
        return _may_open_a_sentence(word.text, lexicon)
    return False


def _is_label(text: str, word: Word) -> bool:
    """Whether a single capital is the pronoun, a letter of a list or of "Leverandør A"."""
    before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
    if before.isdigit() or after.isdigit():
        return True
    if word.text in {"I", "Å", "Ø"}:
        return after != "."
    if (word.opens and after == ")") or text.startswith(".eks", word.end):
        return True
    if not before.isspace():
        return False
    return _NOT_A_WORD.split(text[max(0, word.start - 20) : word.start - 1])[-1].lower() in _LABELS


@lru_cache(maxsize=100_000)
def _may_open_a_sentence(word: str, lexicon: Lexicon) -> bool:
    return lexicon.may_open_a_sentence(word)


@cache
def _suspicion(lexicon: Lexicon) -> Callable[[str], bool]:
    """Return what tells whether a word may have to be decided, remembered for each word."""

    @lru_cache(maxsize=100_000)
    def is_suspect(word: str) -> bool:
        return not word.islower() or (
            len(word) >= _SHORTEST_LOWER
            and lexicon.is_listed_name(word)
            and not lexicon.is_ordinary(word)
        )

    return is_suspect


def _within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (word.start, word.end + 10**9)) - 1
    return index >= 0 and spans[index][0] <= word.start and word.end <= spans[index][1]
