"""HTML page -> every link on it, every anchor it offers, and what is wrong with the page itself."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

import turbohtml
from turbohtml import Document, Element

from markedsdialog.links.collect.css import collect_css
from markedsdialog.links.collect.srcset import candidates
from markedsdialog.links.collect.structured import collect_ld
from markedsdialog.links.kinds import BAD_REFRESH, BAD_SRCSET, DUPLICATE_ID
from markedsdialog.links.values import Collected, Fault, Link, Use

_VISITED = ("action", "cite", "formaction", "longdesc")
_FETCHED = (
    "background", "data", "dynsrc", "href", "icon", "lowsrc", "manifest", "poster", "src",
    "xlink:href",
)  # fmt: skip
_VISITED_TAGS = ("area", "frame", "iframe")
_MAY_BE_EMPTY = ("action", "formaction")  # a form may answer to its own page
_SETS = ("srcset", "imagesrcset")
_SPACED = ("archive", "ping")
# Attributes of drawings whose value may be url(#id).
_PAINTED = (
    "clip-path", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask", "stroke",
)  # fmt: skip
_OTHERS = (*_VISITED, *(name for name in _FETCHED if name != "href"), *_SETS, *_SPACED)
_RARE = ",".join(
    [
        *(f"[{name}]".replace(":", "\\:") for name in _OTHERS),
        *(f'[{name}*="url("]' for name in _PAINTED),
        '[style*="("]', "[usemap]", "iframe[srcdoc]", "meta[content]", "style", ":not(a)[href]",
        'script[type="application/ld+json" i]',
    ]
)  # fmt: skip

# Link types whose address names something and is not fetched, or names only a server.
_NAMING_RELS = frozenset({"preconnect", "dns-prefetch", "profile", "schema.dc", "schema.dcterms"})
_LASTING_META = frozenset(
    [
        "og:url",
        "og:image",
        "og:image:url",
        "og:image:secure_url",
        "og:video",
        "og:video:url",
        "og:video:secure_url",
        "og:audio",
        "og:audio:url",
        "og:audio:secure_url",
        "twitter:image",
        "twitter:image:src",
        "twitter:player",
        "twitter:url",
    ]
)
_FETCHED_META = frozenset({"msapplication-tileimage", "msapplication-config", "thumbnail"})
_REFRESH = re.compile(r"\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(?P<url>.*)", re.IGNORECASE | re.DOTALL)
_WAIT = re.compile(r"\s*\d[\d.]*\s*")


class Spot(NamedTuple):
    """Where on a page an attribute stands."""

    tag: str
    name: str
    line: int

    @property
    def where(self) -> str:
        """Give the spot as a selector, `img[src]`."""
        return f"{self.tag}[{self.name}]"


def collect_html(page: str | bytes) -> Collected:
    """Read one page as browsers do; bytes are decoded by their BOM, their meta or as UTF-8.

    Comments, scripts and text areas hold no links. What stands in a template element is not
    on the page; what stands in noscript is.
    """
    document = turbohtml.parse(page)
    for template in document.select("template"):
        template.decompose()
    ids = [name for element in document.select("[id]") if (name := element.attr("id"))]
    named = document.select("a[name]")
    collected = Collected(
        anchors=ids + [name for element in named if (name := element.attr("name"))],
        base=_base(document),
        maps=[element.attr("name") or "" for element in document.select("map[name]")],
    )
    if len(set(ids)) < len(ids):
        collected.faults.extend(_duplicates(document, ids))
    collected.links.extend(
        Link(element.attr("href") or "", "a[href]", element.source_line or 1, Use.VISIT)
        for element in document.select("a[href]")
    )
    for element in document.select(_RARE):
        _of_element(element, collected)
    return collected


def _base(document: Document) -> str:
    element = document.select_one("base[href]")
    return (element.attr("href") or "") if element is not None else ""


def _duplicates(document: Document, ids: list[str]) -> Iterator[Fault]:
    often = {name for name, count in Counter(ids).items() if count > 1}
    seen: set[str] = set()
    for element in document.select("[id]"):
        name = element.attr("id")
        if name in often and name in seen:
            yield Fault(DUPLICATE_ID, f"#{name}", f"{element.tag}[id]", element.source_line or 1)
        elif name:
            seen.add(name)


def _of_element(element: Element, collected: Collected) -> None:
    tag, line = element.tag, element.source_line or 1
    special = _SPECIAL.get(tag)
    if special is not None and special(element, line, collected):
        return
    for name in element.attrs:
        if reader := _READERS.get(name):
            reader(element.attr(name) or "", Spot(tag, name, line), collected)


def _of_address(written: str, spot: Spot, collected: Collected) -> None:
    if spot.tag == "base" or (spot.name in _MAY_BE_EMPTY and not written.strip()):
        return
    use = Use.VISIT if spot.name in _VISITED or spot.tag in _VISITED_TAGS else Use.FETCH
    collected.links.append(Link(written, spot.where, spot.line, use))


def _of_set(srcset: str, spot: Spot, collected: Collected) -> None:
    for written, right in candidates(srcset):
        collected.links.append(Link(written, spot.where, spot.line, Use.FETCH))
        if not right:
            collected.faults.append(Fault(BAD_SRCSET, written, spot.where, spot.line))


def _of_spaced(addresses: str, spot: Spot, collected: Collected) -> None:
    for written in addresses.split():
        collected.links.append(Link(written, spot.where, spot.line, Use.FETCH))


def _of_style(style: str, spot: Spot, collected: Collected) -> None:
    collected.links.extend(collect_css(style, spot.where, spot.line))


def _of_map(written: str, spot: Spot, collected: Collected) -> None:
    if written.removeprefix("#") not in collected.maps:
        collected.links.append(Link(written, spot.where, spot.line, Use.FETCH))


_READERS: dict[str, Callable[[str, Spot, Collected], None]] = {
    **dict.fromkeys((*_VISITED, *_FETCHED), _of_address),
    **dict.fromkeys(_SETS, _of_set),
    **dict.fromkeys(_SPACED, _of_spaced),
    **dict.fromkeys((*_PAINTED, "style"), _of_style),
    "usemap": _of_map,
}
"""Attributes that hold addresses, and how each is read."""


def _link_element(element: Element, line: int, collected: Collected) -> bool:
    rels = {rel.lower() for rel in (element.attr("rel") or "").split()}
    if rels & _NAMING_RELS:
        return True
    use = Use.VISIT if rels & {"canonical", "alternate", "next", "prev"} else Use.FETCH
    if "href" in element.attrs and (use is Use.VISIT or "imagesrcset" not in element.attrs):
        where = f"link[{' '.join(sorted(rels)) or 'href'}]"
        collected.links.append(Link(element.attr("href") or "", where, line, use))
    if "imagesrcset" in element.attrs:
        _of_set(element.attr("imagesrcset") or "", Spot("link", "imagesrcset", line), collected)
    return True


def _meta_element(element: Element, line: int, collected: Collected) -> bool:
    content = element.attr("content") or ""
    name = (element.attr("property") or element.attr("name") or "").strip().lower()
    if (element.attr("http-equiv") or "").strip().lower() == "refresh":
        _of_refresh(content, line, collected)
    elif name in _LASTING_META:
        collected.links.append(Link(content, f"meta[{name}]", line, Use.ABSOLUTE))
    elif name in _FETCHED_META:
        collected.links.append(Link(content, f"meta[{name}]", line, Use.FETCH))
    elif element.attr("itemprop") in ("url", "image", "logo", "thumbnailUrl", "contentUrl"):
        collected.links.append(Link(content, "meta[itemprop]", line, Use.FETCH))
    return True


def _of_refresh(content: str, line: int, collected: Collected) -> None:
    if _WAIT.fullmatch(content):
        return
    match = _REFRESH.fullmatch(content)
    written = match["url"].strip().strip("'\"") if match else ""
    if match and written:
        collected.links.append(Link(written, "meta[refresh]", line, Use.VISIT))
    else:
        collected.faults.append(Fault(BAD_REFRESH, content, "meta[refresh]", line))


def _style_element(element: Element, line: int, collected: Collected) -> bool:
    collected.links.extend(collect_css(element.text, "style", line))
    return True


def _script_element(element: Element, line: int, collected: Collected) -> bool:
    if (element.attr("type") or "").strip().lower() != "application/ld+json":
        return False
    found = collect_ld(element.text, line)
    collected.links.extend(found.links)
    collected.faults.extend(found.faults)
    return True


def _iframe_element(element: Element, line: int, collected: Collected) -> bool:
    """Read a srcdoc; it takes the page's base, and its ids are its own."""
    if (inner := element.attr("srcdoc")) is None:
        return False
    found = collect_html(inner)
    collected.links.extend(
        link._replace(line=line) for link in found.links if not link.written.startswith("#")
    )
    collected.faults.extend(fault._replace(line=line) for fault in found.faults)
    return True


_SPECIAL: dict[str, Callable[[Element, int, Collected], bool]] = {
    "iframe": _iframe_element,
    "link": _link_element,
    "meta": _meta_element,
    "script": _script_element,
    "style": _style_element,
}
"""Elements read in a way of their own; True says that nothing is left to read."""
