"""The facts of dialog.md -> the same facts without a document, and with a note of it instead."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass
from typing import Any

from markedsdialog.findings import Finding, Refused
from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.source import edit
from markedsdialog.source.frontmatter import Document
from markedsdialog.source.yaml import Facts, Where, parse
from markedsdialog.withdrawal.target import Target

NOTES = "withdrawn"
DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Note:
    """What the public is told. time: an hour in Copenhagen, as facts write it."""

    time: str
    title: str
    reason: str


def is_noted(facts: Facts, title: str | None, reason: str) -> bool:
    """Tell whether a note of this title (None: of any) and reason stands there already."""
    wanted = {"reason": reason.strip()} | ({"title": title.strip()} if title else {})
    return any(wanted.items() <= one.items() for one in _entries(facts, NOTES))


def words_faults(said: str, option: str) -> Iterator[Finding]:
    """Yield a finding for words that a note cannot hold; it must be one line of text.

    option: what findings call the words.
    """
    if not said.strip() or not said.isprintable():
        must = "It must be one line of words, without characters that cannot be seen"
        yield Finding(option, 1, "withdraw/words", must, "Type it again by hand")


def listed_title(facts: Facts, target: Target) -> str | None:
    """Return the title under which the facts list an attachment, or None where they do not."""
    listed = (one for one in _entries(facts, DOCUMENTS) if one.get("file") == str(target.inside))
    return next((one.get("title") for one in listed), None)


def alike(facts: Facts, target: Target) -> Iterator[tuple[int, str]]:
    """Yield line and file of each attachment that is of the document's kind, and may hold it."""
    kinds = {str(one.get("file")): one.get("kind") for one in _entries(facts, DOCUMENTS)}
    kind = kinds.pop(str(target.inside), target.kind)
    for number, one in enumerate(_entries(facts, DOCUMENTS)):
        file = str(one.get("file"))
        if kind != DocumentKind.ATTACHMENT and kinds.get(file) == kind:
            yield facts.line((DOCUMENTS, number)), file


def with_note(document: Document, front: str, target: Target, note: Note | None) -> str:
    """Return `front`, the text of the facts, without the document and with its note.

    note: None when it stands there already. Raises Refused when the form of the facts is one in
    which nothing can be taken out exactly.
    """
    done = front
    expected: Any = deepcopy(document.facts.values)
    try:
        for where in _to_cut(document.facts, target):
            done = edit.cut(done, where)
            _delete(expected, where)
        if note:
            done = edit.add(done, NOTES, asdict(note))
            expected.setdefault(NOTES, []).append(asdict(note))
    except (edit.Unclear, TypeError):
        raise Refused([_unclear(document)]) from None
    if parse(done, document.path, first_line=2).values != expected:
        raise Refused([_unclear(document)])
    return done


def lines_cut(facts: Facts, target: Target) -> Iterator[tuple[int, str]]:
    """Yield line and name of each fact that goes with the document."""
    for where in _to_cut(facts, target):
        name = "replaces" if where[-1] == "replaces" else DOCUMENTS
        if where != (DOCUMENTS,):
            yield facts.line(where), name


def _to_cut(facts: Facts, target: Target) -> Iterator[Where]:
    """Yield what is about the attachment, in an order in which no cut moves the next."""
    entries = _entries(facts, DOCUMENTS)
    for number, one in enumerate(entries):
        if one.get("replaces") == str(target.inside):
            yield DOCUMENTS, number, "replaces"
    for number, one in enumerate(entries):
        if one.get("file") == str(target.inside):
            yield DOCUMENTS, number
            if len(entries) == 1:
                yield (DOCUMENTS,)


def _entries(facts: Facts, key: str) -> list[dict[str, Any]]:
    """Return the entries of a list of facts; none where the facts are not of that form."""
    entries = facts.values.get(key, [])
    return [one if isinstance(one, dict) else {} for one in entries if isinstance(entries, list)]


def _delete(values: Any, where: Where) -> None:
    for part in where[:-1]:
        values = values[part]
    del values[where[-1]]


def _unclear(document: Document) -> Finding:
    must = "The facts must be written one to a line, so that one of them can be taken out"
    line = document.facts.line((DOCUMENTS,))
    return Finding(document.path, line, "withdraw/form", must, "Write them as the guide shows")
