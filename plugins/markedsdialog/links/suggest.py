"""A link that leads nowhere -> the nearest page, anchor or file that does exist."""

import posixpath
import re
import unicodedata
from functools import cached_property
from urllib.parse import unquote

from rapidfuzz import fuzz, process

from markedsdialog.links.tree import Tree, fold
from markedsdialog.links.values import Inside
from markedsdialog.links.verdict import AnchorsOf, file_of

_NEAR_ENOUGH = 75  # of 100; below that, two addresses are different things
_NAMES_NEAR_ENOUGH = 65  # of 100, for their last parts alone
_CANDIDATES = 10
_MOST_SEARCHES = 500  # a search compares with every file of the site
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_PAGES = ("", ".html", ".htm", ".xhtml", ".md", ".php", ".aspx")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico")
_SUFFIX = re.compile(r"-(html?|md|png|jpe?g|gif|webp|avif|svg|pdf|docx)$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Suggestions:
    """Finds near addresses on one site; the same question is searched once."""

    def __init__(self, tree: Tree, anchors_of: AnchorsOf) -> None:
        self.tree = tree
        self._anchors_of = anchors_of
        self._known: dict[str, str] = {}

    def near(self, target: Inside) -> str:
        """Give the nearest right address from the root, or "" when none is near."""
        file = file_of(self.tree, target.path)
        if file is None:
            path = self._near_path(target.path)
            return f"/{path}" if path else ""
        fragment = self._near_fragment(file, target.fragment)
        return f"/{target.path}#{fragment}" if fragment else ""

    def _near_path(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = self._search(path)
        return self._known[path]

    def _search(self, path: str) -> str:
        bare = unquote(path).rstrip("/")
        if not bare or bare in self.tree.folders:  # a folder without an index has no equal
            return ""
        stem, suffix = posixpath.splitext(bare)
        for guess in (bare, f"{bare}.html", f"{stem}.html", stem):
            if file_of(self.tree, guess) is not None:
                return f"{guess}/" if guess in self.tree.folders else guess
        near = self._like(suffix)
        plain = to_plain(bare)
        if plain in near:
            return near[plain]
        name = to_plain(posixpath.basename(bare))
        if same_name := self._by_name.get(name, {}).get(_sort(suffix)):
            return max(same_name, key=lambda each: fuzz.ratio(each, bare))
        return self._nearest(plain, near)

    def _nearest(self, plain: str, near: dict[str, str]) -> str:
        if len(self._known) >= _MOST_SEARCHES:
            return ""
        found = process.extract(
            plain, near.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH, limit=_CANDIDATES
        )
        name = _last_name(plain)
        for candidate, _score, _index in found:
            if fuzz.ratio(name, _last_name(candidate)) >= _NAMES_NEAR_ENOUGH:
                return near[candidate]
        return ""

    def _like(self, suffix: str) -> dict[str, str]:
        """Give the addresses of one sort: pages for a page, pictures for a picture."""
        return self._by_sort.get(_sort(suffix), {})

    @cached_property
    def _by_sort(self) -> dict[str, dict[str, str]]:
        sorts: dict[str, dict[str, str]] = {}
        for path, address in self._addresses():
            suffix = "" if address.endswith("/") else posixpath.splitext(path)[1]
            sorts.setdefault(_sort(suffix), {})[to_plain(path)] = address
        return sorts

    @cached_property
    def _by_name(self) -> dict[str, dict[str, list[str]]]:
        names: dict[str, dict[str, list[str]]] = {}
        for path, address in self._addresses():
            suffix = "" if address.endswith("/") else posixpath.splitext(path)[1]
            alike = names.setdefault(to_plain(posixpath.basename(path)), {})
            alike.setdefault(_sort(suffix), []).append(address)
        return names

    def _addresses(self) -> list[tuple[str, str]]:
        """Give each file and folder with the address that a link to it would have."""
        folders = [(f, f"{f}/") for f in sorted(self.tree.folders) if self.tree.index_of(f)]
        return folders + [(path, path) for path in sorted(self.tree.files)]

    def _near_fragment(self, file: str, fragment: str) -> str:
        anchors = self._anchors_of(file) or frozenset()
        plain = {to_plain(anchor): anchor for anchor in sorted(anchors)}
        wanted = to_plain(unquote(fragment))
        found = process.extractOne(
            wanted, plain.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH
        )
        return plain[found[0]] if found else ""


def _sort(suffix: str) -> str:
    """Tell pages, pictures and each other sort of file apart by their suffix."""
    lowered = suffix.lower()
    return "page" if lowered in _PAGES else "picture" if lowered in _PICTURES else lowered


def _last_name(plain: str) -> str:
    return _SUFFIX.sub("", plain.rpartition("/")[2])


def to_plain(text: str) -> str:
    """Spell a name as Danish addresses do: small letters, ae oe aa, one dash between words."""
    spelt = unicodedata.normalize("NFC", fold(text)).translate(_DANISH)
    return "/".join(_NOT_LETTERS.sub("-", part).strip("-") for part in spelt.split("/"))
