"""A .docx file -> what a screen reader would miss in it (ISO/IEC 29500, transitional)."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PARTS = ("word/document.xml", "word/styles.xml", "docProps/core.xml")


def faults(file: Path) -> list[str]:
    """Return the faults of a document, each with its rule first."""
    with ZipFile(file) as archive:
        if missing := [part for part in PARTS if part not in archive.namelist()]:
            return [f"part: {part} is missing" for part in missing]
        document, styles, core = (fromstring(archive.read(part)) for part in PARTS)
    return [
        *_properties(core),
        *_language(styles),
        *_headings(document, styles),
        *_tables(document),
        *_pictures(document),
    ]


def _properties(core: Element) -> Iterator[str]:
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "title: the properties have none"
    if (core.findtext(f"{DC}creator") or "").strip():
        yield "author: the properties name one"


def _language(styles: Element) -> Iterator[str]:
    language = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or not language.get(f"{W}val"):
        yield "language: the defaults state none"


def _headings(document: Element, styles: Element) -> Iterator[str]:
    level = {
        style.get(f"{W}styleId"): int(outline.get(f"{W}val", "9")) + 1
        for style in styles.iter(f"{W}style")
        if (outline := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    used = [level[name] for name in _styles_used(document) if name in level]
    if used.count(1) != 1:
        yield f"heading: there are {used.count(1)} of the first level"
    for before, after in zip([0, *used], used, strict=False):
        if after > before + 1:
            yield f"heading: level {after} follows level {before}"


def _styles_used(document: Element) -> Iterator[str | None]:
    for paragraph in document.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None:
            yield style.get(f"{W}val")


def _tables(document: Element) -> Iterator[str]:
    for table in document.iter(f"{W}tbl"):
        first = table.find(f"{W}tr")
        if first is None or first.find(f"{W}trPr/{W}tblHeader") is None:
            yield "table: the first row is no header row"


def _pictures(document: Element) -> Iterator[str]:
    for picture in document.iter(DRAWING):
        if not picture.get("descr", "").strip():
            yield "picture: it has no description"
