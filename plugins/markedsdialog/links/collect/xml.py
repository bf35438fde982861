"""XML with links in it -> the links: feeds, site maps, drawings."""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from markedsdialog.links.collect.css import collect_css
from markedsdialog.links.collect.html import collect_html
from markedsdialog.links.kinds import UNREADABLE
from markedsdialog.links.values import Collected, Fault, Link, Use

_XLINK = "{http://www.w3.org/1999/xlink}href"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PAINTED = (
    "clip-path", "fill", "filter", "marker-end", "marker-mid", "marker-start", "mask", "stroke",
    "style",
)  # fmt: skip
_ADDRESS_TEXT = {
    "urlset": {"loc"},
    "sitemapindex": {"loc"},
    "feed": {"icon", "logo", "uri"},
    "rss": {"link", "comments", "docs", "url", "wfw:commentRss"},
    "RDF": {"link", "url"},
}
_PROSE = {"content", "summary", "description", "encoded", "rights", "title", "subtitle"}
_Bases = dict["etree._Element", str]  # noqa: SLF001 - how lxml names its type
_ADDRESS_ATTRIBUTES = ("href", "url", "src")


def collect_xml(data: bytes) -> Collected:
    """Read an XML file by its root element; entities are not expanded and nothing is fetched.

    A file that is not well formed is a fault; what stands before the fault is still checked.
    """
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    collected = Collected(anchors=[])
    if parser.error_log:
        line = max(parser.error_log[0].line, 1)
        collected.faults.append(Fault(UNREADABLE, "", "xml", line))
    if root is not None:
        _of_root(root, collected)
    return collected


def _of_root(root: etree._Element, collected: Collected) -> None:
    collected.links.extend(_stylesheets(root))
    sort = etree.QName(root).localname
    bases = _bases(root)
    for element in root.iter(etree.Element):
        if collected.anchors is not None:
            names = (element.get("id"), element.get(_XML_ID))
            collected.anchors.extend(name for name in names if name)
        if sort in _ADDRESS_TEXT:
            collected.links.extend(_of_feed_element(sort, element, bases.get(element, "")))
        elif element.tag == "{http://www.w3.org/2000/svg}style":
            collected.links.extend(collect_css(element.text or "", "style", _line(element)))
        else:
            collected.links.extend(_of_drawing_element(element, bases.get(element, "")))


def _line(element: etree._Element) -> int:
    return element.sourceline or 1


def _stylesheets(root: etree._Element) -> Iterator[Link]:
    node = root.getprevious()
    while node is not None:
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet":  # noqa: SLF001
            yield Link(node.get("href") or "", "xml-stylesheet", node.sourceline or 1, Use.FETCH)
        node = node.getprevious()


def _of_feed_element(sort: str, element: etree._Element, base: str) -> Iterator[Link]:
    name, line = etree.QName(element).localname, _line(element)
    text = (element.text or "").strip()
    use = Use.VISIT if base else Use.ABSOLUTE
    if name in _ADDRESS_TEXT[sort] and text and "href" not in element.attrib:
        yield Link(_join(base, text), f"{sort} {name}", line, use)
    elif name == "guid" and element.get("isPermaLink", "true") == "true":
        yield Link(text, f"{sort} guid", line, Use.ABSOLUTE)
    elif name in _PROSE and sort in ("feed", "rss", "RDF"):
        for link in _of_prose(element, text, f"{sort} {name}"):
            yield link._replace(written=_join(base, link.written))
    for attribute in _ADDRESS_ATTRIBUTES:
        if written := element.get(attribute):
            use = Use.VISIT if sort == "feed" else use
            yield Link(_join(base, written), f"{sort} {name}[{attribute}]", line, use)


def _of_prose(element: etree._Element, text: str, where: str) -> Iterator[Link]:
    """Read the HTML inside a feed's entry; a link to its own anchors cannot be followed there."""
    if "<" not in text:
        return
    for link in collect_html(text).links:
        line = _line(element) + link.line - 1
        yield Link(link.written, f"{where} {link.where}", line, Use.VISIT)


def _of_drawing_element(element: etree._Element, base: str) -> Iterator[Link]:
    name, line = etree.QName(element).localname, _line(element)
    for attribute in ("href", _XLINK, "src"):
        if (written := element.get(attribute)) is not None:
            use = Use.VISIT if name == "a" else Use.FETCH
            yield Link(_join(base, written), f"{name}[href]", line, use)
    for attribute in _PAINTED:
        if "(" in (style := element.get(attribute, "")):
            yield from collect_css(style, f"{name}[{attribute}]", line)


def _bases(root: etree._Element) -> _Bases:
    """Give the base address that xml:base sets for each element below it (XML Base, 3)."""
    if not root.xpath("boolean(//@xml:base)"):
        return {}
    bases: _Bases = {}
    for element in root.iter(etree.Element):
        parent = element.getparent()
        above = bases.get(parent, "") if parent is not None else ""
        bases[element] = urljoin(above, element.get(_XML_BASE, ""))
    return bases


def _join(base: str, written: str) -> str:
    return urljoin(base, written) if base else written
