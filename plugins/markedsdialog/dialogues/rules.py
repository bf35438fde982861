"""One dialogue as a whole -> what its files say against each other, and against other dialogues."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from markedsdialog.dialogues.inventory import Inventory
from markedsdialog.findings import Finding
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.publication import is_dated
from markedsdialog.source.frontmatter import Document


@dataclass(frozen=True, slots=True)
class Known:
    """What dialogues may refer to: keys of authorities, and the names of all folders.

    authorities: None while they are not known, because data/ has faults of its own.
    """

    authorities: Collection[str] | None
    dialogues: Collection[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A dialogue, and the files from which it was read.

    documents: the texts by their paths below the content folder, which findings call `prefix`.
    faulty: the files that have findings already, by the names of findings; what is missing
    because such a file could not be read is no second fault.
    """

    dialogue: Dialogue
    inventory: Inventory
    documents: Mapping[PurePosixPath, Document]
    faulty: Collection[str]
    prefix: str

    def name(self, inside: PurePosixPath | str) -> str:
        """Return what findings call a path inside the dialogue's folder."""
        return f"{self.prefix}/{self.inventory.folder / inside}"

    def finding(self, inside: str, where: tuple[str | int, ...], rule: str, must: str) -> Finding:
        """Return a finding on the line of one fact of the text `inside` the folder."""
        line = self.documents[self.inventory.folder / inside].facts.line(where)
        key = next(part for part in where if isinstance(part, str))
        return Finding(self.name(inside), line, f"dialogue/{rule}", must, f"Correct `{key}`")


def dialogue_faults(reading: Reading, known: Known) -> Iterator[Finding]:
    """Yield each contradiction."""
    if not reading.faulty and not is_dated(reading.dialogue):
        must = "Something must say when the dialogue was published"
        yield reading.finding("dialog.md", ("published",), "undated", must)
    yield from _reference_faults(reading, known)
    yield from _attachment_faults(reading)
    yield from _minutes_faults(reading)


def _reference_faults(reading: Reading, known: Known) -> Iterator[Finding]:
    dialogue = reading.dialogue
    authorities = known.authorities
    if authorities is not None and dialogue.facts.authority not in authorities:
        must = "`authority` must be a key of data/authorities.yml"
        yield reading.finding("dialog.md", ("authority",), "unknown-authority", must)
    for position, slug in enumerate(dialogue.facts.related):
        if slug not in known.dialogues or slug == dialogue.slug:
            must = "`related` must name other dialogues"
            yield reading.finding("dialog.md", ("related", position), "unknown-related", must)


def _attachment_faults(reading: Reading) -> Iterator[Finding]:
    inventory = reading.inventory
    listed = [inventory.folder / one.file for one in reading.dialogue.facts.documents]
    for position, path in enumerate(listed):
        if path not in inventory.attachments and f"{reading.prefix}/{path}" not in reading.faulty:
            must = "A listed document must be in bilag/"
            yield reading.finding(
                "dialog.md", ("documents", position, "file"), "missing-file", must
            )
    for path in inventory.attachments:
        if path not in listed:
            yield Finding(
                f"{reading.prefix}/{path}",
                1,
                "dialogue/unlisted-file",
                "A file in bilag/ must be listed in dialog.md",
                "List it under `documents`, or remove it",
            )


def _minutes_faults(reading: Reading) -> Iterator[Finding]:
    dialogue = reading.dialogue
    themes = {theme.id for theme in dialogue.framework.themes} if dialogue.framework else set()
    lots = {lot.number for lot in dialogue.facts.lots}
    is_framework_read = reading.name("spoergeramme.md") not in reading.faulty
    for minutes in dialogue.minutes:
        file = f"referater/{minutes.slug}.md"
        for position, theme in enumerate(minutes.facts.themes):
            if theme not in themes and is_framework_read:
                must = "`themes` must be ids of the question framework"
                yield reading.finding(file, ("themes", position), "unknown-theme", must)
        for position, lot in enumerate(minutes.facts.lots):
            if lot not in lots:
                must = "`lots` must be lots of the dialogue"
                yield reading.finding(file, ("lots", position), "unknown-lot", must)
