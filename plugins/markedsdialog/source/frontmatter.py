"""A source file -> its facts between the two `---` lines, and the prose below them."""

from dataclasses import dataclass

from markedsdialog.findings import Refused
from markedsdialog.source.text import Source
from markedsdialog.source.yaml import Facts, parse

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart; `first_line` is the line of the file on which the prose begins."""

    path: str
    facts: Facts
    prose: str
    first_line: int


def split(source: Source) -> Document:
    """Take a file apart; raise Refused when the fences are missing or the YAML is faulty."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise Refused(
            [
                source.finding(
                    1,
                    "source/no-facts",
                    "The file must begin with facts between two lines of `---`",
                    "Write `---` as its first line",
                )
            ]
        )
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        raise Refused(
            [
                source.finding(
                    1,
                    "source/open-facts",
                    "The facts must end with a line of `---`",
                    "Write `---` below the last fact",
                )
            ]
        )
    facts = parse("\n".join(lines[1:end]), source.path, first_line=2)
    return Document(source.path, facts, "\n".join(lines[end + 1 :]), end + 2)
