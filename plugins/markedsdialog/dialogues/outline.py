"""Lines of a question framework -> its outline: introduction, themes, leads and questions.

This reads the shape alone; what the texts say is rendered elsewhere. A line that has no place in
the shape is a finding, so that nothing an editor wrote can be lost.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markedsdialog.findings import Finding
from markedsdialog.source.frontmatter import Document

_ID = r"(?: +\{#(?P<id>[^}]*)\})? *"
_THEME = re.compile(rf"## +(?:(?P<number>[0-9]{{1,3}})\. +)?(?P<title>(?!\d+[.)]).+?){_ID}")
_QUESTION = re.compile(rf"[-*+] +(?P<text>(?=[^\w{{]*\w).+?){_ID}")
_HEADING = re.compile(r"\s*#{1,6}(?:\s|\d|$)")
_BULLET = re.compile(r"(?:[-*+·•]|\d+[.)])(?:\s|$)")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:")


@dataclass(slots=True)
class Block:
    """Lines that belong together; `line` is the line of the file on which they begin."""

    line: int
    lines: list[str] = field(default_factory=list)
    id: str | None = None

    @property
    def text(self) -> str:
        """Return the Markdown of the block."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class ThemeOutline:
    """One theme as it was written; `number` is None where none was written."""

    line: int
    title: str
    number: int | None
    id: str | None
    lead: Block
    questions: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """A whole framework as it was written."""

    introduction: Block
    themes: list[ThemeOutline] = field(default_factory=list)


def read_outline(document: Document) -> tuple[Outline, list[Finding]]:
    """Return the outline of a document, and each line that has no place in it."""
    reader = _Reader(document)
    for number, line in enumerate(document.prose.split("\n"), start=document.first_line):
        reader.read(number, line.rstrip())
    return reader.outline, reader.findings


class _Reader:
    """Hands each line to the block to which it belongs."""

    def __init__(self, document: Document) -> None:
        self.path = document.path
        self.outline = Outline(Block(document.first_line))
        self.findings: list[Finding] = []
        self.after_blank = True

    def read(self, number: int, line: str) -> None:
        place: Callable[[int, str], None] = (
            self.in_theme if self.outline.themes else self.before_themes
        )
        if match := _THEME.fullmatch(line):
            self.begin_theme(number, match)
        elif _HEADING.match(line):
            self.report(
                number,
                "heading",
                "Headings must be themes",
                "Write `## 1. …`, or `## …` for a closing theme",
            )
        elif _DEFINITION.match(line):
            self.report(
                number,
                "definition",
                "A link's address must stand where the link is",
                "Write `[words](address)`",
            )
        else:
            place(number, line)
        self.after_blank = not line

    def begin_theme(self, number: int, match: re.Match[str]) -> None:
        written = int(match["number"]) if match["number"] else None
        lead = Block(number + 1)
        self.outline.themes.append(ThemeOutline(number, match["title"], written, match["id"], lead))

    def before_themes(self, _: int, line: str) -> None:
        self.outline.introduction.lines.append(line)

    def in_theme(self, number: int, line: str) -> None:
        theme = self.outline.themes[-1]
        if match := _QUESTION.fullmatch(line):
            theme.questions.append(Block(number, [match["text"]], match["id"]))
        elif _BULLET.match(line if theme.questions else line.lstrip()):
            self.report(
                number,
                "question-form",
                "A question must begin with `- ` and have words",
                "Write `- ` before it; its number is derived",
            )
        elif not theme.questions:
            theme.lead.lines.append(line)
        elif not line:
            theme.questions[-1].lines.append("")
        elif line.startswith("  ") or not self.after_blank:
            theme.questions[-1].lines.append(line.removeprefix("  "))
        else:
            self.report(
                number,
                "text-nowhere",
                "Text below the questions must belong to one of them",
                "Indent it by two spaces, or move it up to the theme's lead",
            )

    def report(self, line: int, rule: str, must: str, mend: str) -> None:
        self.findings.append(Finding(self.path, line, f"framework/{rule}", must, mend))
