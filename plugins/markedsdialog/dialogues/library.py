"""The folder `content/` -> all dialogues and standing pages, or the faults of all files at once."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from markedsdialog.dialogues.folder import read_folder
from markedsdialog.dialogues.inventory import take_inventory
from markedsdialog.dialogues.rules import Known
from markedsdialog.dialogues.standing import read_standing_page
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.standing import StandingPage
from markedsdialog.workers import each

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
        entries = _entries(self.content / "dialoger")
        for folder in entries:
            self.findings += _folder_faults(folder, self.slugs, f"{self.prefix}/dialoger")
            self.slugs.add(folder.name.casefold())
        folders = [entry for entry in entries if entry.is_dir() and not entry.is_symlink()]
        return self.accepted(each(partial(_attempt, self.dialogue), folders))

    def dialogue(self, folder: Path) -> Dialogue:
        inventory = take_inventory(folder, self.content, self.prefix)
        return read_folder(inventory, self.content, self.prefix, self.known)

    def pages(self) -> Iterator[StandingPage]:
        files = _entries(self.content / "sider")
        return self.accepted([_attempt(self.page, file) for file in files])

    def page(self, file: Path) -> StandingPage:
        return read_standing_page(file, self.content, self.prefix)

    def accepted(self, attempts: Iterable[Value | Refused]) -> Iterator[Value]:
        """Yield what could be read, and keep the faults of the rest."""
        for attempt in attempts:
            if isinstance(attempt, Refused):
                self.findings += attempt.findings
            else:
                yield attempt


def _attempt(read: Callable[[Path], Value], path: Path) -> Value | Refused:
    try:
        return read(path)
    except Refused as refused:
        return refused


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
