"""All texts of the content and a document -> the texts to be written, or why it may not go.

What a text is to say afterwards is worked out here; nothing is read and nothing is written.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from markedsdialog.findings import Finding, Refused
from markedsdialog.source.frontmatter import split
from markedsdialog.source.text import Source
from markedsdialog.withdrawal.note import Note, alike, lines_cut, with_note
from markedsdialog.withdrawal.target import Target
from markedsdialog.withdrawal.unlink import unlink

Texts = Mapping[PurePosixPath, Source]
"""The texts of the content by their paths below its folder."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A line, as it was numbered before, and what happened there or is to be looked at."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, in this order: the note first, so that no text is changed without.

    changed: what is taken out. to_look_at: what only a human can tell the meaning of.
    faults: every reason why it may not be written.
    """

    texts: tuple[tuple[PurePosixPath, str], ...] = ()
    changed: tuple[Place, ...] = ()
    to_look_at: tuple[Place, ...] = ()
    faults: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    note: None when it stands in the facts already. title: the document's own, where it is known.
    site: where the site is published, without a final slash.
    """

    target: Target
    note: Note | None
    title: str | None
    site: str


def make_plan(request: Request, texts: Texts, sealed: Collection[PurePosixPath]) -> Plan:
    """Return what is to be written, and every reason why it may not be.

    texts: without the document itself. sealed: the minutes that one changed character breaks.
    """
    planner = _Planner(request)
    for place, source in texts.items():
        planner.take(place, source)
    first = request.target.dialog
    order = sorted(planner.done, key=lambda place: (place != first, place))
    return Plan(
        tuple((place, planner.done[place]) for place in order),
        tuple(sorted(planner.changed)),
        (*_title_stands(request, texts, planner.done), *_alike(request.target, texts)),
        (*planner.findings, *_sealed_faults(planner, texts, sealed)),
    )


class _Planner:
    """Works out text after text; a fault in one does not keep the others from being read."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.done: dict[PurePosixPath, str] = {}
        self.changed: list[Place] = []
        self.findings: list[Finding] = []

    def take(self, place: PurePosixPath, source: Source) -> None:
        target = self.request.target
        try:
            unlinked = unlink(source, place, target, self.request.site)
            text = unlinked.text
            if place == target.dialog:
                text = self.noted(replace(source, text=text))
        except Refused as refused:
            self.findings += refused.findings
            return
        self.changed += [
            Place(source.path, line, "the link is taken out, its words stand")
            for line in unlinked.lines
        ]
        self.findings += _mentions(source, text, place, target)
        if text != source.text:
            self.done[place] = text

    def noted(self, source: Source) -> str:
        """Return dialog.md with its new facts."""
        document, target = split(source), self.request.target
        lines = source.text.split("\n")
        end = document.first_line - 2
        front = with_note(document, "\n".join(lines[1:end]), target, self.request.note)
        self.changed += [
            Place(source.path, line, f"what `{fact}` says of it is taken out")
            for line, fact in lines_cut(document.facts, target)
        ]
        return "\n".join([lines[0], front, *lines[end:]])


def _sealed_faults(
    planner: _Planner, texts: Texts, sealed: Collection[PurePosixPath]
) -> Iterator[Finding]:
    """Yield each place where the seal of other minutes would break."""
    paths = {texts[place].path for place in planner.done if place in sealed}
    must = "Sealed minutes must stand as they were approved, and they link to the document"
    mend = "Take the link out, approve the minutes again, and withdraw then"
    for one in planner.changed:
        if one.path in paths:
            yield Finding(one.path, one.line, "withdraw/sealed", must, mend)


def _mentions(
    before: Source, after: str, place: PurePosixPath, target: Target
) -> Iterator[Finding]:
    """Yield each line that still names the document's file or its address."""
    must = "No text may name the file or the address of what is withdrawn"
    words = [rf"{re.escape(target.address)}(?![\w-])"]
    if place.is_relative_to(target.folder):
        name = re.escape(target.file.name)
        words.append(rf"(?<![\w./-])(?:{re.escape(target.inside.parts[0])}/)?{name}(?![\w-])")
    for line in _lines_that_hold("|".join(words), before, after):
        yield Finding(before.path, line, "withdraw/named", must, "Say it without")


def _title_stands(
    request: Request, texts: Texts, done: Mapping[PurePosixPath, str]
) -> Iterator[Place]:
    """Yield where the document's title stands, when the note was given another."""
    title, note = request.title, request.note
    if not title or not note or title == note.title:
        return
    for place, source in texts.items():
        for line in _lines_that_hold(re.escape(title), source, done.get(place, source.text)):
            yield Place(source.path, line, "the document's title stands here; look whether it may")


def _alike(target: Target, texts: Texts) -> Iterator[Place]:
    """Yield each attachment of the dialogue that may hold the same as the document."""
    source = texts[target.dialog]
    for line, file in alike(split(source).facts, target):
        yield Place(
            source.path, line, f"{file} is of the same kind; look whether it holds the same"
        )


def _lines_that_hold(pattern: str, before: Source, after: str) -> Iterable[int]:
    """Return the lines of a text, as they were numbered before, in which a pattern stands still.

    Facts are cut by whole lines and prose inside its lines, so each line has one before.
    """
    old, new = split(before), split(replace(before, text=after))
    searched = re.compile(pattern, re.IGNORECASE)
    facts = set(after.split("\n")[: new.first_line - 1])
    for number, line in enumerate(before.text.split("\n")[: old.first_line - 1], start=1):
        if line in facts and searched.search(line):
            yield number
    for number, line in enumerate(new.prose.split("\n"), start=old.first_line):
        if searched.search(line):
            yield number
