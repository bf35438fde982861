"""A question framework in Markdown -> its themes and questions with ids and numbers.

The form is small on purpose: `## 1. Målgruppe` begins a theme, paragraphs below it are its lead,
and each item of the list below them is a question. A heading without a number begins a closing
theme. An id may be given as `{#id}`; otherwise it is derived. Nothing depends on question marks.
"""

from collections.abc import Iterator
from html import unescape

from markedsdialog.dialogues.outline import Block, Outline, ThemeOutline, read_outline
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.model.framework import Framework, Question, Theme
from markedsdialog.model.prose import Prose, TextFacts
from markedsdialog.model.slug import slug
from markedsdialog.source.frontmatter import Document
from markedsdialog.source.prose import Resolve, render


def read_framework(facts: TextFacts, document: Document, resolve: Resolve) -> Framework:
    """Return the framework that `document` holds; raise Refused with all of its faults."""
    outline, findings = read_outline(document)
    renderer = _Renderer(document.path, resolve)
    introduction = renderer.prose(outline.introduction)
    themes = tuple(renderer.theme(theme) for theme in outline.themes)
    rules = (_order_faults(outline, document.path), _id_faults(outline, themes, document.path))
    if not findings:  # a line out of place is often the theme or the question that would be missed
        findings = [*_empty_faults(outline, document.path)]
    refuse_if_any([*findings, *renderer.findings, *(one for rule in rules for one in rule)])
    return Framework(facts, introduction, themes)


class _Renderer:
    """Renders the texts of one framework, and keeps the faults of all of them."""

    def __init__(self, path: str, resolve: Resolve) -> None:
        self.path = path
        self.resolve = resolve
        self.findings: list[Finding] = []

    def prose(self, block: Block) -> Prose:
        try:
            return render(block.text, self.path, block.line, self.resolve, is_part=True)
        except Refused as refused:
            self.findings.extend(refused.findings)
            return Prose()

    def theme(self, outline: ThemeOutline) -> Theme:
        theme_id = slug(outline.title) if outline.id is None else outline.id
        self.check_title(outline)
        questions = tuple(
            self.question(block, theme_id, outline.number, position)
            for position, block in enumerate(outline.questions, start=1)
        )
        return Theme(theme_id, outline.number, outline.title, self.prose(outline.lead), questions)

    def check_title(self, outline: ThemeOutline) -> None:
        """Find Markdown in a title: contents, documents and calendars show it as plain text."""
        html = self.prose(Block(outline.line, [outline.title])).html
        if html and unescape(html) != f"<p>{outline.title}</p>":
            must, mend = "A title must be plain text", "Remove the signs"
            self.findings.append(_fault(self.path, outline.line, "title", must, mend))

    def question(self, block: Block, theme: str, number: int | None, position: int) -> Question:
        return Question(
            id=f"{theme}-{position}" if block.id is None else block.id,
            number=f"{number}.{position}" if number else "",
            prose=self.prose(block),
        )


def _empty_faults(outline: Outline, path: str) -> Iterator[Finding]:
    """Yield each theme that asks nothing, and a framework without themes."""
    if not outline.themes:
        yield _fault(
            path, 1, "no-themes", "A question framework must have a theme", "Write `## 1. …`"
        )
    for theme in outline.themes:
        if not theme.questions:
            yield _fault(
                path,
                theme.line,
                "no-questions",
                "A theme must have questions",
                "List them with `- `, or remove the theme",
            )


def _order_faults(outline: Outline, path: str) -> Iterator[Finding]:
    """Yield each theme whose number is not the next one."""
    expected = 1
    closed = False
    for theme in outline.themes:
        if theme.number is None:
            closed = True
            continue
        if closed:
            yield _fault(
                path,
                theme.line,
                "number-after-closing",
                "A numbered theme must stand before the closing ones",
                "Move it up",
            )
        if theme.number != expected:
            yield _fault(
                path,
                theme.line,
                "number-out-of-order",
                f"The theme's number must be {expected}",
                "Number the themes 1, 2, 3 …",
            )
        expected = theme.number + 1


def _id_faults(outline: Outline, themes: tuple[Theme, ...], path: str) -> Iterator[Finding]:
    """Yield each id that is not of the form of an address, or that stands twice."""
    seen: set[str] = set()
    for written, theme in zip(outline.themes, themes, strict=True):
        places = [(theme.id, written.line)]
        places += zip(
            (one.id for one in theme.questions),
            (one.line for one in written.questions),
            strict=True,
        )
        for name, line in places:
            if slug(name) != name or not name:
                yield _fault(
                    path,
                    line,
                    "id",
                    "An id must be lower-case a-z, digits and hyphens",
                    "Write it as `{#et-ord}`",
                )
            elif name in seen:
                yield _fault(
                    path,
                    line,
                    "duplicate-id",
                    "An id must stand once in the framework",
                    "Give this one another `{#id}`",
                )
            seen.add(name)


def _fault(path: str, line: int, rule: str, must: str, mend: str) -> Finding:
    return Finding(path, line, f"framework/{rule}", must, mend)
