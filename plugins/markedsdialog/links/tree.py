"""Folder -> the names of all that a web server would serve from it, walked once."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

INDEXES = ("index.html", "index.htm", "index.xhtml")
_DEEPEST = 100  # folders; a path that is deeper is a loop


@dataclass(frozen=True)
class Tree:
    """The files and folders below a root, as paths with forward slashes.

    unreadable: folders that could not be listed.
    """

    files: frozenset[str]
    folders: frozenset[str]
    unreadable: tuple[str, ...] = ()

    @cached_property
    def by_fold(self) -> dict[str, str]:
        """Each path by its spelling without capitals and in composed letters."""
        return {fold(path): path for path in sorted(self.files | self.folders)}

    def index_of(self, folder: str) -> str | None:
        """Give the page that a server answers with for a folder ("" is the root)."""
        below = f"{folder}/" if folder else ""
        return next((below + name for name in INDEXES if below + name in self.files), None)


def fold(text: str) -> str:
    """Take away what capitals and Unicode normal forms add."""
    return unicodedata.normalize("NFC", text).casefold()


def walk(root: Path) -> Tree:
    """List a folder; links to folders are followed once each, so that loops end.

    Raises NotADirectoryError when root is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(str(root))
    files: set[str] = set()
    folders: set[str] = set()
    unreadable: list[str] = []
    seen: set[tuple[int, int]] = set()
    waiting = [("", os.fspath(root))]
    while waiting:
        below, folder = waiting.pop()
        try:
            listed = list(_list(folder, seen))
        except OSError:
            unreadable.append(below)
            continue
        for name, is_folder in listed:
            path = f"{below}/{name}" if below else name
            if not is_folder:
                files.add(path)
            elif path.count("/") < _DEEPEST:
                folders.add(path)
                waiting.append((path, os.path.join(folder, name)))  # noqa: PTH118 - a million times
    return Tree(frozenset(files), frozenset(folders), tuple(sorted(unreadable)))


def with_changes(tree: Tree, root: Path, changed: Iterable[str]) -> Tree:
    """Look again at single paths of a tree: written, removed or as they were."""
    here = {path for path in changed if (root / path).is_file()}
    gone = {path for path in changed if path in tree.files} - here
    if here <= tree.files and not gone:
        return tree
    folders = set(tree.folders)
    for path in here:
        folders.update(_folders_above(path))
    for path in gone:
        folders.difference_update(f for f in _folders_above(path) if not (root / f).is_dir())
    return Tree((tree.files | here) - gone, frozenset(folders), tree.unreadable)


def _folders_above(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _list(folder: str, seen: set[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    status = os.stat(folder)  # noqa: PTH116 - the same
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    with os.scandir(folder) as entries:
        for entry in entries:
            try:
                is_folder = entry.is_dir()
                is_file = entry.is_file()
            except OSError:  # a link that leads to itself is nothing that is served
                continue
            if is_folder or is_file:
                yield entry.name, is_folder
