"""Folder of a built site -> its pages as trees, and where each of its links leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag


@dataclass(frozen=True)
class Link:
    """A link as it was written, and the file and the id to which a server takes it."""

    page: str
    written: str
    file: str
    id: str


@cache
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """Return each page by the path of its file."""
    return {
        file.relative_to(site).as_posix(): BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for file in sorted(site.rglob("*.html"))
    }


def one(tree: Tag, selector: str) -> Tag:
    """Return the only element that a selector finds."""
    found = tree.select(selector)
    if len(found) != 1:
        raise AssertionError(f"{selector}: {len(found)} found")
    return found[0]


def words(tree: Tag) -> str:
    """Return what a reader reads, with single spaces."""
    return " ".join(tree.get_text(" ").split())


def texts(tree: Tag, selector: str) -> list[str]:
    """Return the words of every element that a selector finds."""
    return [words(element) for element in tree.select(selector)]


def written(page: BeautifulSoup) -> Iterator[str]:
    """Yield every address that a browser may load or open from a page."""
    for name in ("href", "src", "srcset", "action", "poster", "data"):
        for element in page.select(f"[{name}]"):
            if element.get("rel") != ["canonical"]:
                yield str(element[name])


def links(site: Path, base: str = "/") -> list[Link]:
    """Return every link that stays on the site; `base` is where page 404 says that the site is."""
    found = []
    for file, page in pages(site).items():
        for address in written(page):
            parts = urlsplit(address)
            if parts.scheme in ("https", "mailto"):
                continue
            path = unquote(parts.path)
            if file == "404.html":
                path = path.removeprefix(base) or ("./" if path else "")
            target = normpath(join(dirname(file), path)) if path else file
            if path.endswith("/"):
                target = normpath(join(target, "index.html"))
            found.append(Link(file, address, target, unquote(parts.fragment)))
    return found
