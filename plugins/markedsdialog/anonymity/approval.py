"""Draft + register -> what a human must decide before it may be sealed, each with its sentence."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from markedsdialog.anonymity.extract import kinds
from markedsdialog.anonymity.extract.passage import Passage
from markedsdialog.anonymity.gate.sight import matches
from markedsdialog.anonymity.gate.watch import Watch
from markedsdialog.anonymity.rules import RULES
from markedsdialog.anonymity.text.plain import plain
from markedsdialog.anonymity.text.sentences import Occurrences, paragraphs

_BEFORE, _AFTER = 60, 40


@dataclass(frozen=True, order=True, slots=True)
class Question:
    """One approvable place. word and sentence are shown to the editor alone and never kept."""

    line: int
    rule: str
    occurrence: str
    word: str
    around: str


def questions(minutes: bytes, watch: Watch) -> tuple[Question, ...]:
    """Return every approvable place of minutes, in order."""
    contents = kinds.read("minutes.md", minutes)
    found = {q for passage in contents.passages for q in _of_passage(passage, watch)}
    seen: dict[str, Question] = {}
    for question in sorted(found):
        seen.setdefault(question.occurrence, question)
    return tuple(seen.values())


def _of_passage(passage: Passage, watch: Watch) -> Iterator[Question]:
    read = plain(passage.text)
    begins = [begin for begin, _ in paragraphs(read.text)]
    occurrences = Occurrences(read.text)
    found = [
        match
        for match in matches(read, watch, deny=passage.prose, data=passage.data)
        if RULES[match.rule].approvable
    ]
    lines = passage.lines_of([read.place(match.start) for match in found])
    for match, line in zip(found, lines, strict=True):
        begin = begins[max(0, bisect_right(begins, match.start) - 1)]
        around = read.text[max(begin, match.start - _BEFORE) : match.end + _AFTER]
        yield Question(
            line,
            match.rule,
            occurrences.digest(match.start, match.rule),
            read.text[match.start : match.end],
            " ".join(around.split("\n\n")[0].split()),
        )
