"""A PDF (ISO 32000) -> the text of its pages and every string and stream of every object.

A PDF that was saved into itself holds its earlier revisions; it is refused, and each revision is
read all the same, so that the finding says what is still in the file.
"""

import io
import logging
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from markedsdialog.anonymity.extract import markup
from markedsdialog.anonymity.extract.decode import runs
from markedsdialog.anonymity.extract.passage import Contents, Fault, Passage, fault, merged

_END = re.compile(rb"%%EOF[ \t]*\r?\n?")
_LINEARIZED = re.compile(rb"/Linearized\s")
_MOST_BYTES = 100_000_000
_EMBEDDED = frozenset(
    {"/EmbeddedFile", "/EmbeddedFiles", "/JavaScript", "/JS", "/RichMedia", "/XFA"}
)
_COMMENTS = frozenset({"/Text", "/FreeText", "/Popup", "/Stamp", "/FileAttachment", "/Redact"})
_BINARY = frozenset({"/Image", "/XRef", "/ObjStm"})


def read(data: bytes) -> Contents:
    """Return everything in a PDF that reads as text, in all its revisions."""
    ends = [match.end() for match in _END.finditer(data)]
    if not ends or not data.startswith(b"%PDF-"):
        return fault("file/unreadable")
    first_is_hint = len(ends) > 1 and _LINEARIZED.search(data[:1024]) is not None
    revisions = ends[1:] if first_is_hint else ends
    contents = [
        _revision(data[:end], f"revision {number}" if len(revisions) > 1 else "")
        for number, end in enumerate(revisions, start=1)
    ]
    faults = [Fault("file/several-revisions")] if len(revisions) > 1 else []
    around = Passage(runs(data[ends[-1] :]), "behind the end", prose=False, data=True)
    return merged([*contents, Contents((around,), tuple(faults))])


def _revision(data: bytes, part: str) -> Contents:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings repeat what is written
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return fault("file/encrypted", part)
        return merged([_pages(reader), _objects(reader)], part)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError,
            AssertionError, OSError, NotImplementedError):  # fmt: skip
        return fault("file/unreadable", part)


def _pages(reader: PdfReader) -> Contents:
    passages, faults = [], []
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        if text.strip():
            passages.append(Passage(text, f"page {number}"))
        elif page.get("/Contents") is not None and _draws(page):
            faults.append(Fault("file/no-text-layer", f"page {number}"))
    return Contents(tuple(passages), tuple(faults))


def _draws(page: DictionaryObject) -> bool:
    resources = page.get("/Resources")
    resources = resources.get_object() if resources is not None else None
    return isinstance(resources, DictionaryObject) and "/XObject" in resources


def _objects(reader: PdfReader) -> Contents:
    strings: list[str] = []
    streams: list[str] = []
    faults: set[str] = set()
    for found in _all(reader):
        for value in _walk(found, faults):
            if isinstance(value, StreamObject):
                streams.extend(_stream(value))
            else:
                strings.append(value)
        if sum(map(len, streams)) > _MOST_BYTES:
            return fault("file/too-large")
    return Contents(
        (
            Passage(markup.resolved(markup.BREAK.join(strings)), "objects", prose=False),
            Passage(markup.BREAK.join(streams), "streams", prose=False, data=True),
        ),
        tuple(Fault(rule) for rule in sorted(faults)),
    )


def _all(reader: PdfReader) -> Iterator[PdfObject]:
    """Yield every object of the file's tables, whether or not anything refers to it."""
    numbers = {
        (number, generation)
        for generation, offsets in reader.xref.items()
        for number in offsets
        if number
    } | {(number, 0) for number in reader.xref_objStm}
    for number, generation in sorted(numbers):
        found = reader.get_object(IndirectObject(number, generation, reader))
        if found is not None:
            yield found
    yield reader.trailer


def _walk(found: PdfObject, faults: set[str]) -> Iterator[str | StreamObject]:
    pending: list[object] = [found]
    while pending:
        value = pending.pop()
        if isinstance(value, StreamObject):
            yield value
        if isinstance(value, DictionaryObject):
            faults.update(_faults(value))
            pending.extend(value.values())
            yield from (str(key)[1:] for key in value)
        elif isinstance(value, ArrayObject):
            pending.extend(value)
        elif isinstance(value, TextStringObject | NameObject):
            yield str(value)
        elif isinstance(value, ByteStringObject):
            yield runs(bytes(value))


def _faults(value: DictionaryObject) -> Iterator[str]:
    kinds = {str(value.get(key)) for key in ("/Type", "/Subtype", "/S")}
    if _EMBEDDED & (set(value) | kinds):
        yield "file/embedded"
    if value.get("/Subtype") in _COMMENTS and "/Rect" in value:
        yield "file/comments"


def _stream(value: StreamObject) -> Iterator[str]:
    if value.get("/Subtype") in _BINARY or value.get("/Type") in _BINARY:
        return
    data = value.get_data()
    if "/Length1" in value or value.get("/Subtype") in {"/Type1C", "/CIDFontType0C", "/OpenType"}:
        return  # a font program
    content = data.encode("latin-1") if isinstance(data, str) else data
    if content.lstrip()[:1] == b"<":
        yield from (
            passage.text for passage in markup.read(content.decode("utf-8", "replace")).passages
        )
    yield runs(content)
    yield _shown(content)


_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]+)>")


def _shown(content: bytes) -> str:
    """Return the strings of a content stream in a row, as a text operator shows them."""
    pieces = []
    for literal, packed in _LITERAL.findall(content):
        pieces.append(
            literal
            or bytes.fromhex(
                re.sub(rb"\s", b"", packed).decode().ljust(2, "0")[: len(packed) // 2 * 2]
            )
        )
    return runs(b"".join(pieces))
