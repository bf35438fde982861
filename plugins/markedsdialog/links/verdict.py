"""A place on the site and the site's files -> what is wrong with leading there, if anything."""

import re
import unicodedata
from collections.abc import Callable
from fnmatch import fnmatchcase

from markedsdialog.links import kinds
from markedsdialog.links.address import decode
from markedsdialog.links.tree import Tree, fold
from markedsdialog.links.values import Kind

AnchorsOf = Callable[[str], frozenset[str] | None]
"""A file's path -> the names a fragment may point to; None when its fragments mean other things."""

_DIRECTIVE = ":~:"  # what follows speaks to the browser: URL fragment text directives
_PART_OF_DRAWING = re.compile(r"(svgView\(|xywh=|t=|view=).*")
_LOOKS_LIKE_HOST = re.compile(r"www\.[^/\s]+\.[a-z]{2,}(/.*)?|[\w.+-]+@[\w-]+(\.[\w-]+)+")
_PAGE_SUFFIXES = ("html", "htm", "xhtml", "php", "md")


def file_of(tree: Tree, path: str) -> str | None:
    """Give the file that a server answers with, None when there is none."""
    if path in tree.files:
        return path
    folder = path.rstrip("/")
    return tree.index_of(folder) if not folder or folder in tree.folders else None


def of_path(tree: Tree, path: str, unpublished: tuple[str, ...]) -> Kind | None:
    """Judge a path; `unpublished` are patterns of paths that nobody may be led to."""
    file = file_of(tree, path)
    if file is None:
        return _of_missing(tree, path)
    if any(fnmatchcase(file, pattern) for pattern in unpublished):
        return kinds.UNPUBLISHED
    if file != path and path and not path.endswith("/"):
        return kinds.FOLDER_WITHOUT_SLASH
    return None


def _of_missing(tree: Tree, path: str) -> Kind:
    bare = path.rstrip("/")
    if not bare or bare in tree.folders:
        return kinds.FOLDER_WITHOUT_INDEX
    if bare in tree.files:
        return kinds.FILE_WITH_SLASH
    if "%" in bare and file_of(tree, decode(path)) is not None:
        return kinds.DOUBLE_ENCODED
    near = tree.by_fold.get(fold(bare))
    if near is not None:
        same = unicodedata.normalize("NFC", near) == unicodedata.normalize("NFC", bare)
        return kinds.WRONG_NORMALISATION if same else kinds.WRONG_CASE
    name = bare.rpartition("/")[2]
    if _LOOKS_LIKE_HOST.fullmatch(bare) or _LOOKS_LIKE_HOST.fullmatch(name):
        return kinds.MISSING_SCHEME
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    is_page = path.endswith("/") or not suffix or suffix in _PAGE_SUFFIXES
    return kinds.MISSING_PAGE if is_page else kinds.MISSING_FILE


def of_fragment(file: str, fragment: str, anchors: frozenset[str] | None) -> Kind | None:
    """Judge a fragment as browsers look it up: as written, then decoded (HTML, 7.4.6.3)."""
    name = fragment.partition(_DIRECTIVE)[0]
    if anchors is None or name in anchors or name.lower() in ("", "top"):
        return None
    if decode(name) in anchors:
        return None
    if file.endswith(".svg") and _PART_OF_DRAWING.fullmatch(name):
        return None
    return kinds.MISSING_ANCHOR
