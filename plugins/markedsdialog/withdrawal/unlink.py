"""A text and a document -> the text with the words of each link to the document, and no link.

The reader that makes the pages says on which lines such links stand, and it is asked again
afterwards. What it sees and this room does not understand (a definition, an image, an address
between angle brackets) is a finding: nothing is guessed.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from markedsdialog.dialogues.addresses import linked_file
from markedsdialog.dialogues.framework import read_framework
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.model.prose import Prose, TextFacts
from markedsdialog.source import text
from markedsdialog.source.facts import validate
from markedsdialog.source.frontmatter import Document, split
from markedsdialog.source.prose import render
from markedsdialog.withdrawal.target import Target

BY_HAND = "withdraw/link"
"""The rule of a link that only a human can take out."""

_INLINE = re.compile(
    r"""
    (?<! [!\\] ) \[ (?P<words> (?: [^\[\]\\] | \\. | \[ [^\[\]\\]* \] )* ) \]
    \( [ \t]* <? (?P<address> [^\s<>()\\]+ ) >? [ \t]* \) (?! \{ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ANCHOR = re.compile(r'</?a(?: [a-z-]+="[^"]*")*>')


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A text without its links to a document, and the lines on which they stood."""

    text: str
    lines: tuple[int, ...] = ()


def unlink(source: text.Source, place: PurePosixPath, target: Target, site: str) -> Unlinked:
    """Return the text of a file; raise Refused for each link that only a human can take out.

    place: the file below the content folder. site: where the site is published, since a link may
    name that too.
    """
    leads = _Leads(place, target, site)
    document = split(source)
    seen = Counter(_lines(document, leads))
    if not seen:
        return Unlinked(source.text)
    head = source.text[: len(source.text) - len(document.prose)]
    cut = _Cut(document.first_line, leads, seen)
    done = replace(source, text=head + _INLINE.sub(cut, document.prose))
    faults = [*seen - cut.counted, *cut.counted - seen]
    if not faults and not _is_same_but_for_links(document, split(done), leads):
        faults = [*seen]
    refuse_if_any(by_hand(source.path, line) for line in faults)
    return Unlinked(done.text, tuple(sorted(seen.elements())))


@dataclass(frozen=True, slots=True)
class _Leads:
    """Tells whether an address, as it is written in one file, leads to the document."""

    place: PurePosixPath
    target: Target
    site: str

    def __call__(self, written: str) -> bool:
        try:
            parts = urlsplit(written)
        except ValueError:
            return False
        if parts.scheme:
            return re.split("[?#]", written)[0] == f"{self.site}/{self.target.address}"
        if parts.netloc or not parts.path or parts.path.startswith("/"):
            return False
        return linked_file(self.place, parts.path) == self.target.file


class _Cut:
    """Puts the words in the place of each link on the lines of `seen`, and counts them by line."""

    def __init__(self, first_line: int, leads: _Leads, seen: Counter[int]) -> None:
        self.first_line = first_line
        self.leads = leads
        self.seen = seen
        self.counted: Counter[int] = Counter()

    def __call__(self, match: re.Match[str]) -> str:
        line = self.first_line + match.string.count("\n", 0, match.start("address"))
        if line not in self.seen or not self.leads(match["address"]):
            return match[0]
        self.counted[line] += 1
        return match["words"]


def _lines(document: Document, leads: _Leads) -> Iterator[int]:
    """Yield the line of each link to the document, as the reader of pages sees it."""
    for prose in _proses(document, leads.place):
        yield from (link.line for link in prose.links if leads(link.href))


def _proses(document: Document, place: PurePosixPath) -> Iterator[Prose]:
    """Yield every text of a file, with its links as they were written."""
    match place.parts:
        case ("dialoger", _, "spoergeramme.md"):
            facts = validate(TextFacts, document.facts, document.path)
            framework = read_framework(facts, document, str)
            yield framework.introduction
            for theme in framework.themes:
                yield theme.lead
                yield from (question.prose for question in theme.questions)
        case _:
            yield render(document.prose, document.path, document.first_line, str)


def _is_same_but_for_links(before: Document, after: Document, leads: _Leads) -> bool:
    """Tell whether readers see the same words in the same places, and no link to the document."""
    try:
        old, new = (
            [_ANCHOR.sub("", prose.html) for prose in _proses(one, leads.place)]
            for one in (before, after)
        )
    except Refused:  # the words alone are something that no text may hold
        return False
    return old == new and not any(_lines(after, leads))


def by_hand(path: str, line: int) -> Finding:
    """Return the finding of a link that only a human can take out."""
    must = "No link may lead to what is withdrawn, and this one only a human can take out"
    return Finding(
        path, line, "withdraw/link", must, "Take it out, or write it as [words](address)"
    )
