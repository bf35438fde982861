"""One dialogue as a whole -> what its files say against each other."""

from collections.abc import Iterator

from markedsdialog.dialogues.inventory import Inventory
from markedsdialog.findings import Finding
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.publication import is_dated
from markedsdialog.source.frontmatter import Document


def dialogue_faults(
    dialogue: Dialogue, document: Document, inventory: Inventory, prefix: str
) -> Iterator[Finding]:
    """Yield each contradiction; `document` is `dialog.md`, `prefix` the content folder's name."""
    if not is_dated(dialogue):
        line = document.facts.line(("published",))
        yield Finding(
            document.path,
            line,
            "dialogue/undated",
            "Something must say when the dialogue was published",
            "Give `published`, or date a document",
        )
    yield from _attachment_faults(dialogue, document, inventory, prefix)
    yield from _minutes_faults(dialogue, prefix, inventory)


def _attachment_faults(
    dialogue: Dialogue, document: Document, inventory: Inventory, prefix: str
) -> Iterator[Finding]:
    listed = [inventory.folder / one.file for one in dialogue.facts.documents]
    for position, path in enumerate(listed):
        if path not in inventory.attachments:
            line = document.facts.line(("documents", position, "file"))
            yield Finding(
                document.path,
                line,
                "dialogue/missing-file",
                "A listed document must be in bilag/",
                "Add the file, or remove it from `documents`",
            )
    for path in inventory.attachments:
        if path not in listed:
            yield Finding(
                f"{prefix}/{path}",
                1,
                "dialogue/unlisted-file",
                "A file in bilag/ must be listed in dialog.md",
                "List it under `documents`, or remove it",
            )


def _minutes_faults(dialogue: Dialogue, prefix: str, inventory: Inventory) -> Iterator[Finding]:
    themes = {theme.id for theme in dialogue.framework.themes} if dialogue.framework else set()
    lots = {lot.number for lot in dialogue.facts.lots}
    for minutes in dialogue.minutes:
        path = f"{prefix}/{inventory.folder}/referater/{minutes.slug}.md"
        if not themes.issuperset(minutes.facts.themes):
            yield Finding(
                path,
                1,
                "dialogue/unknown-theme",
                "`themes` must be ids of the question framework",
                "Correct `themes`",
            )
        if not lots.issuperset(minutes.facts.lots):
            yield Finding(
                path,
                1,
                "dialogue/unknown-lot",
                "`lots` must be lots of the dialogue",
                "Correct `lots`",
            )
