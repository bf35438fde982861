"""One dialogue's folder -> one frozen Dialogue, or every fault that its files have."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from markedsdialog.dialogues.addresses import Links
from markedsdialog.dialogues.fact_links import fact_links
from markedsdialog.dialogues.framework import read_framework
from markedsdialog.dialogues.inventory import Inventory
from markedsdialog.dialogues.rules import Known, Reading, dialogue_faults
from markedsdialog.findings import Attempts, Refused
from markedsdialog.model.dialogue import Briefing, Dialogue, DialogueFacts, HandedOut
from markedsdialog.model.framework import Framework
from markedsdialog.model.minutes import Minutes, MinutesFacts
from markedsdialog.model.prose import Prose, TextFacts
from markedsdialog.source import text
from markedsdialog.source.facts import validate
from markedsdialog.source.frontmatter import Document, split
from markedsdialog.source.prose import render

Model = TypeVar("Model", bound=BaseModel)


def read_folder(inventory: Inventory, content: Path, prefix: str, known: Known) -> Dialogue:
    """Return the dialogue whose files `inventory` lists; raise Refused with all their faults.

    content: the folder of all content. prefix: what findings call that folder. known: what the
    dialogue may refer to.
    """
    reader = _Reader(inventory, content, prefix)
    dialogue = reader.dialogue(known)
    if dialogue is None or reader.findings:
        raise Refused(reader.findings)
    return dialogue


class _Reader(Attempts):
    """Reads file after file; a fault in one does not keep the others from being read."""

    def __init__(self, inventory: Inventory, content: Path, prefix: str) -> None:
        super().__init__(inventory.findings)
        self.inventory = inventory
        self.content = content
        self.prefix = prefix
        self.documents: dict[PurePosixPath, Document] = {}

    def dialogue(self, known: Known) -> Dialogue | None:
        path = self.inventory.text("dialog.md")
        document = self.document(path) if path else None
        facts = self.facts(document, DialogueFacts)
        introduction = self.prose(document)
        briefing, framework, minutes = self.briefing(), self.framework(), self.all_minutes()
        if not facts:
            return None
        dialogue = Dialogue(
            slug=self.inventory.folder.name,
            facts=facts,
            introduction=introduction,
            briefing=briefing,
            framework=framework,
            minutes=minutes,
            attachments=tuple(self.attachments(facts)),
            links=tuple(fact_links(document, self.inventory.folder)) if document else (),
        )
        faulty = {finding.path for finding in self.findings}
        reading = Reading(dialogue, self.inventory, self.documents, faulty, self.prefix)
        self.findings += dialogue_faults(reading, known)
        return dialogue

    def document(self, path: PurePosixPath) -> Document | None:
        name = f"{self.prefix}/{path}"
        document = self.attempt(lambda: split(text.read(self.content / path, name)))
        if document:
            self.documents[path] = document
        return document

    def facts(self, document: Document | None, model: type[Model]) -> Model | None:
        if document is None:
            return None
        return self.attempt(lambda: validate(model, document.facts, document.path))

    def prose(self, document: Document | None) -> Prose:
        if document is None:
            return Prose()
        links = self.links(document)
        read = self.attempt(
            lambda: render(document.prose, document.path, document.first_line, links)
        )
        return read or Prose()

    def links(self, document: Document) -> Links:
        source = PurePosixPath(document.path).relative_to(self.prefix)
        return Links(self.content, source)

    def briefing(self) -> Briefing | None:
        if not (path := self.inventory.text("oplaeg.md")):
            return None
        document = self.document(path)
        facts, prose = self.facts(document, TextFacts), self.prose(document)
        return Briefing(facts, prose) if facts else None

    def framework(self) -> Framework | None:
        if not (path := self.inventory.text("spoergeramme.md")):
            return None
        document = self.document(path)
        facts = self.facts(document, TextFacts)
        if not document or not facts:
            return None
        return self.attempt(lambda: read_framework(facts, document, self.links(document)))

    def all_minutes(self) -> tuple[Minutes, ...]:
        read = [self.minutes(path) for path in self.inventory.minutes]
        return tuple(one for one in read if one)

    def minutes(self, path: PurePosixPath) -> Minutes | None:
        document = self.document(path)
        facts, prose = self.facts(document, MinutesFacts), self.prose(document)
        return Minutes(path.stem, facts, prose) if facts else None

    def attachments(self, facts: DialogueFacts) -> Iterator[HandedOut]:
        for one in facts.documents:
            source = self.inventory.folder / one.file
            if source in self.inventory.attachments:
                yield HandedOut(one, source, self.inventory.attachments[source])
