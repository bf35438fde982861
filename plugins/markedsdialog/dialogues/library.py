"""The folder `content/` -> all dialogues and standing pages, or the faults of all files at once."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from markedsdialog.dialogues.folder import read_folder
from markedsdialog.dialogues.inventory import take_inventory
from markedsdialog.dialogues.rules import Known
from markedsdialog.dialogues.standing import read_standing_page
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.standing import StandingPage

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Library:
    """All content, dialogues and pages in the order of their names."""

    dialogues: tuple[Dialogue, ...]
    pages: tuple[StandingPage, ...]


def read_library(
    content: Path, authorities: Collection[str] | None, prefix: str = "content"
) -> Library:
    """Read all content; raise Refused with every fault of every file.

    authorities: the keys that dialogues may refer to, or None while they are not known.
    prefix: what findings call `content`.
    """
    folders = [folder.name for folder in _entries(content / "dialoger")]
    reader = _Reader(content, prefix, Known(authorities, folders))
    library = Library(tuple(reader.dialogues()), tuple(reader.pages()))
    refuse_if_any([*reader.findings, *_stray_faults(content, prefix)])
    return library


class _Reader:
    """Reads folder after folder; a fault in one does not keep the others from being read."""

    def __init__(self, content: Path, prefix: str, known: Known) -> None:
        self.content = content
        self.prefix = prefix
        self.known = known
        self.findings: list[Finding] = []
        self.slugs: set[str] = set()

    def dialogues(self) -> Iterator[Dialogue]:
        for folder in _entries(self.content / "dialoger"):
            self.findings += _folder_faults(folder, self.slugs, f"{self.prefix}/dialoger")
            self.slugs.add(folder.name.casefold())
            if folder.is_dir() and not folder.is_symlink():
                yield from self.attempt(lambda folder=folder: self.dialogue(folder))  # type: ignore[misc]

    def dialogue(self, folder: Path) -> Dialogue:
        inventory = take_inventory(folder, self.content, self.prefix)
        return read_folder(inventory, self.content, self.prefix, self.known)

    def pages(self) -> Iterator[StandingPage]:
        for file in _entries(self.content / "sider"):
            yield from self.attempt(
                lambda file=file: read_standing_page(file, self.content, self.prefix)  # type: ignore[misc]
            )

    def attempt(self, read: Callable[[], Value]) -> Iterator[Value]:
        try:
            yield read()
        except Refused as refused:
            self.findings.extend(refused.findings)


def _entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def _folder_faults(folder: Path, slugs: set[str], prefix: str) -> Iterator[Finding]:
    path = f"{prefix}/{folder.name}"
    if folder.is_symlink() or not folder.is_dir():
        yield Finding(
            path,
            1,
            "library/not-a-folder",
            "Each entry must be a dialogue's own folder",
            "Move or remove it",
        )
    if folder.name.casefold() in slugs:
        yield Finding(
            path,
            1,
            "library/same-slug",
            "Two dialogues must not have the same address",
            "Rename one of the folders",
        )


def _stray_faults(content: Path, prefix: str) -> Iterator[Finding]:
    """Yield what is read by nobody, and a content folder that is none."""
    if not content.is_dir():
        yield Finding(
            prefix, 1, "library/missing", "The content must be a folder", "Make the folder"
        )
    for entry in _entries(content):
        if entry.name not in ("dialoger", "sider") or entry.is_symlink() or not entry.is_dir():
            yield Finding(
                f"{prefix}/{entry.name}",
                1,
                "library/stray",
                "Content must lie in the folders dialoger/ and sider/",
                "Move or remove it",
            )
