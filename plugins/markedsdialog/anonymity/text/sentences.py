"""Text -> words, each with its sentence and whether it opens one.

A paragraph ends at an empty line: the extractors write one between blocks, cells and fields.
"""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_TOKEN = re.compile(r"[^\W_]+")
_PARAGRAPH = re.compile(r"\n[ \t\r\xa0]*\n\s*|\n(?=\s*[-*•·+]\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:f\.?eks|bl\.?a|dvs|mv|m\.v|mfl|m\.fl|mhp|ift|ifm|jf|jvf|pga|nr|kl|ca|evt|hhv|inkl|"
    r"ekskl|vedr|iht|if|hr|fr|dr|prof|stk|tlf|pt|p\.t|ad|via|tidl|kap|art|afs|pkt|s|d|sml|"
    r"[^\W\d_])|\b\d+)\Z",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 24
_LONGER_THAN_ABBREVIATIONS = 6  # in letters, without a full stop among them
_LETTERED = re.compile(r"(?:leverandør|bilag|model|gruppe|delaftale)\s[A-Z]\Z", re.IGNORECASE)
_OPENERS = re.compile(
    r"[\s\"'“”„»«‘’(\[{*_#>•·\-–—+|]{0,40}(?:\d+(?:\.\d+)+\s+|\(?\d+(?:\.\d+)*[.)]\s*|[a-zæøå][.)]\s+)?"
)
_END = re.compile(r"[.!?…:][\"'”“»’)\]*_]*\s+|\s[-–—•·|]\s+|[\"“”„»«(\[]")


class Word(NamedTuple):
    """One run of letters.

    text: as written, in the plain text.
    start, end: its place in the plain text.
    opens: whether it is the first word of a sentence, heading, list item, cell or quotation.
    shouted: whether every word of its paragraph is in capitals, as in a heading.
    """

    text: str
    start: int
    end: int
    opens: bool
    shouted: bool


def words(text: str, wanted: Callable[[str], bool] = bool) -> Iterator[Word]:
    """Yield the words of a text that are wanted, in order."""
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        found = [match for match in WORD.finditer(paragraph) if wanted(match.group())]
        if not found:
            continue
        openings = _openings(paragraph)
        shouted = paragraph.isupper() and len(_TOKEN.findall(paragraph)) > 1
        for match in found:
            yield Word(
                match.group(),
                start + match.start(),
                start + match.end(),
                match.start() in openings,
                shouted,
            )


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return start and end of each paragraph, list items apart."""
    spans, start = [], 0
    for match in _PARAGRAPH.finditer(text):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, len(text))]


def _openings(paragraph: str) -> frozenset[int]:
    """Return where in a paragraph a capital letter is owed to the place and not to the word."""
    ends = [
        match.end()
        for match in _END.finditer(paragraph)
        if paragraph[match.start()] != "." or not _is_abbreviated(paragraph, match.start())
    ]
    return frozenset(_skip(paragraph, end) for end in (0, *ends))


def _is_abbreviated(paragraph: str, end: int) -> bool:
    """Whether a full stop here belongs to the word before it and ends no sentence."""
    before = paragraph[max(0, end - _LONGER_THAN_ABBREVIATIONS) : end]
    if len(before) == _LONGER_THAN_ABBREVIATIONS and before.isalpha():
        return False
    near = max(0, end - _LONGEST_BEFORE)
    if _LETTERED.search(paragraph, near, end):
        return False
    return _ABBREVIATION.search(paragraph, near, end) is not None


def _skip(paragraph: str, end: int) -> int:
    opener = _OPENERS.match(paragraph, end)
    return opener.end() if opener else end


class Occurrences:
    """The digests under which findings at places of one text may be approved.

    SHA-256 over the rule, the ordinal of the word and the SHA-256 of the paragraph's words:
    mark-up, line breaks and typographic quotes may change on the way to a page, words may not.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = paragraphs(text)
        self._begins = [begin for begin, _ in self._spans]
        self._words: dict[int, tuple[list[int], str]] = {}

    def digest(self, start: int, rule: str) -> str:
        """Return the digest of what this rule found at this place."""
        index = max(0, bisect_right(self._begins, start) - 1)
        if index not in self._words:
            begin, end = self._spans[index]
            tokens = list(_TOKEN.finditer(self._text, begin, end))
            written = " ".join(token.group() for token in tokens)
            self._words[index] = (
                [token.start() for token in tokens],
                hashlib.sha256(written.encode()).hexdigest(),
            )
        starts, written = self._words[index]
        facts = f"{rule}\n{bisect_left(starts, start)}\n{written}"
        return "sha256:" + hashlib.sha256(facts.encode()).hexdigest()
