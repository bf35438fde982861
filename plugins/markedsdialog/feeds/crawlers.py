"""All pages -> what crawlers ask for first: the sitemap (sitemaps.org 0.9) and robots.txt."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markedsdialog.edition import Edition

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[tuple[str, str]], edition: Edition) -> bytes:
    """Return the sitemap of (address, time of the last news or empty) pairs."""
    root = Element("urlset", xmlns=NAMESPACE)
    for address, modified in pages:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = edition.absolute(address)
        if modified:
            SubElement(url, "lastmod").text = modified
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def robots(edition: Edition) -> bytes:
    """Return the rules for robots: everything may be read."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {edition.absolute('sitemap.xml')}\n".encode()
