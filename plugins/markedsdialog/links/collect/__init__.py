"""Bytes of one written file -> every link in it with its line, and every anchor it offers."""

from collections.abc import Callable

from markedsdialog.links.collect.css import collect_css
from markedsdialog.links.collect.html import collect_html
from markedsdialog.links.collect.structured import collect_manifest
from markedsdialog.links.collect.text import collect_calendar, collect_robots
from markedsdialog.links.collect.xml import collect_xml
from markedsdialog.links.values import Collected


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")


def _page(data: bytes) -> Collected:
    """Decode UTF-8 here, which is faster than to let the parser look for another encoding."""
    try:
        return collect_html(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return collect_html(data)


def _style_sheet(data: bytes) -> Collected:
    """Fragments alone, url(#x), belong to the page that uses the sheet and are left out."""
    links = collect_css(_text(data), "css", 1)
    return Collected(links=[link for link in links if not link.written.startswith("#")])


_BY_SUFFIX: dict[str, Callable[[bytes], Collected]] = {
    "html": _page,
    "htm": _page,
    "xhtml": _page,
    "css": _style_sheet,
    "xml": collect_xml,
    "atom": collect_xml,
    "rss": collect_xml,
    "svg": collect_xml,
    "ics": lambda data: collect_calendar(_text(data)),
    "webmanifest": lambda data: collect_manifest(_text(data)),
}
_BY_NAME: dict[str, Callable[[bytes], Collected]] = {
    "robots.txt": lambda data: collect_robots(_text(data)),
    "manifest.json": lambda data: collect_manifest(_text(data)),
}


def reads(path: str) -> bool:
    """Tell whether links can be read from a file with this path."""
    name = path.rpartition("/")[2].lower()
    return name in _BY_NAME or name.rpartition(".")[2] in _BY_SUFFIX


def collect(path: str, data: bytes) -> Collected:
    """Read a file for which `reads` is true; raises KeyError for another."""
    name = path.rpartition("/")[2].lower()
    reader = _BY_NAME.get(name) or _BY_SUFFIX[name.rpartition(".")[2]]
    return reader(data)


__all__ = ["collect", "reads"]
