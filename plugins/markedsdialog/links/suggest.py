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
_MOST_SEARCHES = 500  # a search compares with every file of the site
_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


class Suggestions:
    """Finds near addresses on one site; the same question is searched once."""

    def __init__(self, tree: Tree, anchors_of: AnchorsOf) -> None:
        self._tree = tree
        self._anchors_of = anchors_of
        self._known: dict[str, str] = {}

    def near(self, target: Inside) -> str:
        """Give the nearest right address from the root, or "" when none is near."""
        file = file_of(self._tree, target.path)
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
        stem = posixpath.splitext(bare)[0]
        for guess in (bare, f"{bare}.html", f"{stem}.html", f"{stem}/", f"{bare}/"):
            if file_of(self._tree, guess) is not None:
                return f"{guess}/" if guess in self._tree.folders else guess
        plain = to_plain(bare)
        if plain in self._by_plain:
            return self._by_plain[plain]
        if same_name := self._by_name.get(to_plain(posixpath.basename(bare))):
            return max(same_name, key=lambda each: fuzz.ratio(each, bare))
        return self._nearest(plain)

    def _nearest(self, plain: str) -> str:
        if len(self._known) >= _MOST_SEARCHES:
            return ""
        found = process.extractOne(
            plain, self._by_plain.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH
        )
        return self._by_plain[found[0]] if found else ""

    @cached_property
    def _by_plain(self) -> dict[str, str]:
        return {to_plain(path): address for path, address in self._addresses()}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for path, address in self._addresses():
            names.setdefault(to_plain(posixpath.basename(path)), []).append(address)
        return names

    def _addresses(self) -> list[tuple[str, str]]:
        """Give each file and folder with the address that a link to it would have."""
        folders = [(f, f"{f}/") for f in sorted(self._tree.folders) if self._tree.index_of(f)]
        return folders + [(path, path) for path in sorted(self._tree.files)]

    def _near_fragment(self, file: str, fragment: str) -> str:
        anchors = self._anchors_of(file) or frozenset()
        plain = {to_plain(anchor): anchor for anchor in sorted(anchors)}
        wanted = to_plain(unquote(fragment))
        found = process.extractOne(
            wanted, plain.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_ENOUGH
        )
        return plain[found[0]] if found else ""


def to_plain(text: str) -> str:
    """Spell a name as Danish addresses do: small letters, ae oe aa, one dash between words."""
    spelt = unicodedata.normalize("NFC", fold(text)).translate(_DANISH)
    return "/".join(_NOT_LETTERS.sub("-", part).strip("-") for part in spelt.split("/"))
