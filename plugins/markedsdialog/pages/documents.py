"""A dialogue's own pages and files -> the list from which a supplier reads and takes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue, HandedOut


@dataclass(frozen=True, slots=True)
class Document:
    """A line of the list; `format` is "PDF, 312 kB" for a file and empty for a page."""

    title: str
    address: str
    format: str
    notes: tuple[str, ...]
    language: str = "da"


def documents(dialogue: Dialogue, edition: Edition) -> tuple[Document, ...]:
    """Return the briefing and the framework, then the files in the order of the facts."""
    return (*_pages(dialogue, edition), *_files(dialogue, edition))


def _pages(dialogue: Dialogue, edition: Edition) -> Iterator[Document]:
    base = f"dialoger/{dialogue.slug}"
    if dialogue.briefing:
        kind = edition.say("document_kind", "briefing")
        yield Document(dialogue.briefing.facts.title, f"{base}/oplaeg/", "", (kind,))
    if framework := dialogue.framework:
        count = edition.say("documents", "questions", count=framework.question_count)
        kind = edition.say("document_kind", "question framework")
        yield Document(framework.facts.title, f"{base}/spoergeramme/", "", (kind, count))


def _files(dialogue: Dialogue, edition: Edition) -> Iterator[Document]:
    replaced = {one.facts.replaces for one in dialogue.attachments}
    for one in dialogue.attachments:
        yield Document(
            title=one.facts.title,
            address=str(one.source),
            format=f"{one.source.suffix[1:].upper()}, {danish.size(one.size)}",
            notes=tuple(_notes(one, edition, is_replaced=one.facts.file in replaced)),
            language=one.facts.language,
        )


def _notes(one: HandedOut, edition: Edition, *, is_replaced: bool) -> Iterator[str]:
    facts = one.facts
    yield edition.say("document_kind", facts.kind)
    if facts.version:
        yield edition.say("documents", "version", version=facts.version)
    yield danish.day(facts.date)
    if facts.language != "da":
        yield edition.say("language", facts.language)
    if is_replaced:
        yield edition.say("documents", "replaced")
