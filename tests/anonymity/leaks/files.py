"""Office files, PDFs and images in which an invented name hides; made anew for each test."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import ExifTags, Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

NAME = "Torvald Brønsholtkvist"
PERSON = "register/person"


@dataclass(frozen=True, slots=True)
class Leak:
    """shows: where it hides. rules: all that must be found. part: what the finding must name."""

    shows: str
    file: str
    data: bytes
    rules: frozenset[str]
    part: str = ""


def package(parts: dict[str, str | bytes], comment: bytes = b"") -> bytes:
    """Return a zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
        made.comment = comment
    return buffer.getvalue()


def _word(text: str, extra: str = "") -> str:
    return (
        f"<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{extra}</w:body></w:document>"
    )


CLEAN_WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": _word("Ren tekst.")}


def office() -> Iterator[Leak]:
    """Yield packages with a name in every kind of part."""
    for shows, kind, name, content, rules, part in _PARTS:
        parts = {**CLEAN_WORD, name: content} if kind == "docx" else {name: content}
        yield Leak(shows, f"bilag.{kind}", package(parts), frozenset(rules), part)
    yield Leak("zip comment", "a.docx", package(CLEAN_WORD, NAME.encode()), _PERSON, "zip")
    yield Leak(
        "name of a part",
        "a.docx",
        package({**CLEAN_WORD, "word/media/torvald.png": png()}),
        _PERSON,
        "names of parts",
    )
    yield Leak("before the zip", "a.docx", NAME.encode() + package(CLEAN_WORD), _PERSON, "zip")
    yield Leak(
        "picture inside",
        "a.docx",
        package({**CLEAN_WORD, "word/media/image1.png": png(Author=NAME)}),
        _PERSON,
        "metadata",
    )
    yield Leak(
        "thumbnail",
        "a.docx",
        package({**CLEAN_WORD, "docProps/thumbnail.jpeg": jpeg()}),
        frozenset({"file/thumbnail"}),
    )


_PERSON = frozenset({PERSON})
_TRACKED = (PERSON, "file/tracked-changes")
_COMMENT = (PERSON, "file/comments")
_RUNS = "<w:p><w:r><w:t>Tor</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>vald</w:t></w:r></w:p>"
_INSERTED = f"<w:p><w:ins w:author='{NAME}'><w:r><w:t>a</w:t></w:r></w:ins></w:p>"
_DELETED = f"<w:p><w:del w:author='a'><w:r><w:delText>{NAME}</w:delText></w:r></w:del></w:p>"
_HIDDEN = f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r></w:p>"
_FIELD = f'<w:p><w:r><w:instrText>HYPERLINK "{NAME}"</w:instrText></w:r></w:p>'
_ALT = f"<w:drawing><wp:docPr descr='{NAME}'/></w:drawing>"
_META = "<office:document-meta><{0}>" + NAME + "</{0}></office:document-meta>"
_PARTS: tuple[tuple[str, str, str, str, tuple[str, ...], str], ...] = (
    ("word text", "docx", "word/document.xml", _word(NAME), (PERSON,), "word/document.xml"),
    ("word runs", "docx", "word/document.xml", _word("a", _RUNS), (PERSON,), "word/document.xml"),
    ("word hidden text", "docx", "word/document.xml", _word("a", _HIDDEN), (PERSON,), "word/"),
    ("word field", "docx", "word/document.xml", _word("a", _FIELD), (PERSON,), "word/"),
    ("word alt text", "docx", "word/document.xml", _word("a", _ALT), (PERSON,), "attributes"),
    ("word insertion", "docx", "word/document.xml", _word("a", _INSERTED), _TRACKED, "word/"),
    ("word deletion", "docx", "word/document.xml", _word("a", _DELETED), _TRACKED, "word/"),
    ("word header", "docx", "word/header1.xml", f"<w:hdr>{NAME}</w:hdr>", (PERSON,), "header1"),
    ("word footer", "docx", "word/footer2.xml", f"<w:ftr>{NAME}</w:ftr>", (PERSON,), "footer2"),
    ("word footnote", "docx", "word/footnotes.xml", f"<w:f>{NAME}</w:f>", (PERSON,), "footnotes"),
    ("word comments", "docx", "word/comments.xml", f"<w:comment>{NAME}</w:comment>", _COMMENT, ""),
    ("word people", "docx", "word/people.xml", f"<p author='{NAME}'/>", (PERSON,), "people"),
    ("word settings", "docx", "word/settings.xml", f"<v val='{NAME}'/>", (PERSON,), "settings"),
    ("word author", "docx", "docProps/core.xml", f"<dc:creator>{NAME}</dc:creator>", (PERSON,), "core"),
    ("word company", "docx", "docProps/app.xml", "<Company>QVK</Company>", ("register/supplier",), "app"),
    ("word property", "docx", "docProps/custom.xml", f"<vt:s>{NAME}</vt:s>", (PERSON,), "custom"),
    ("custom xml", "docx", "customXml/item1.xml", f"<a>{NAME}</a>", (PERSON,), "customXml"),
    ("word link", "docx", "word/_rels/document.xml.rels", "<r Target='mailto:Torvald'/>", (PERSON,), ""),
    ("embedded file", "docx", "word/embeddings/a.bin", "a", ("file/embedded",), ""),
    ("macro", "docx", "word/vbaProject.bin", "a", ("file/embedded",), ""),
    ("unknown part", "docx", "word/what.bin", "a", ("file/unknown-kind",), ""),
    ("sheet text", "xlsx", "xl/sharedStrings.xml", f"<sst><t>{NAME}</t></sst>", (PERSON,), "shared"),
    ("sheet runs", "xlsx", "xl/sharedStrings.xml", "<r><t>Tor</t></r><r><t>vald</t></r>", (PERSON,), ""),
    ("sheet cell", "xlsx", "xl/worksheets/sheet1.xml", f"<is><t>{NAME}</t></is>", (PERSON,), "sheet1"),
    ("sheet name", "xlsx", "xl/workbook.xml", "<sheet state='hidden' name='Torvald'/>", (PERSON,), ""),
    ("sheet comment", "xlsx", "xl/comments1.xml", f"<comment>{NAME}</comment>", _COMMENT, ""),
    ("sheet thread", "xlsx", "xl/threadedComments/threadedComment1.xml", f"<a>{NAME}</a>", _COMMENT, ""),
    ("sheet author", "xlsx", "docProps/core.xml", f"<c>{NAME}</c>", (PERSON,), "core"),
    ("sheet revision", "xlsx", "xl/revisions/log1.xml", f"<a>{NAME}</a>", _TRACKED, ""),
    ("slide text", "pptx", "ppt/slides/slide1.xml", f"<a:p><a:t>{NAME}</a:t></a:p>", (PERSON,), "slide1"),
    ("slide notes", "pptx", "ppt/notesSlides/notesSlide1.xml", f"<a:t>{NAME}</a:t>", (PERSON,), ""),
    ("slide alt text", "pptx", "ppt/slides/slide1.xml", f"<p:c descr='{NAME}'/>", (PERSON,), ""),
    ("slide author", "pptx", "ppt/commentAuthors.xml", f"<a name='{NAME}'/>", _COMMENT, ""),
    ("text content", "odt", "content.xml", f"<text:p>{NAME}</text:p>", (PERSON,), "content.xml"),
    ("text spans", "odt", "content.xml", "<text:p>Tor<text:span>vald</text:span></text:p>", (PERSON,), ""),
    ("text author", "odt", "meta.xml", _META.format("meta:initial-creator"), (PERSON,), "meta.xml"),
    ("text editor", "odt", "meta.xml", _META.format("dc:creator"), (PERSON,), "meta.xml"),
    ("text field", "odt", "meta.xml", _META.format("meta:user-defined"), (PERSON,), "meta.xml"),
    ("text note", "odt", "content.xml", f"<office:annotation>{NAME}</office:annotation>", _COMMENT, ""),
    ("text change", "odt", "content.xml", f"<text:tracked-changes>{NAME}</text:tracked-changes>", _TRACKED, ""),
    ("text header", "odt", "styles.xml", f"<style:header>{NAME}</style:header>", (PERSON,), "styles"),
    ("text object", "odt", "Object 1/content.xml", "<a/>", ("file/embedded",), ""),
    ("spreadsheet cell", "ods", "content.xml", f"<text:p>{NAME}</text:p>", (PERSON,), "content.xml"),
    ("presentation", "odp", "content.xml", f"<text:p>{NAME}</text:p>", (PERSON,), "content.xml"),
)  # fmt: skip


def writer(text: str = "Ren tekst") -> PdfWriter:
    """Return a PDF of one page with this text."""
    made = PdfWriter()
    page = made.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): made._add_object(font)})  # noqa: SLF001 - pypdf's own way
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 10 100 Td (" + text.encode("cp1252") + b") Tj ET")
    page[NameObject("/Contents")] = made._add_object(content)  # noqa: SLF001
    return made


def finished(made: PdfWriter) -> bytes:
    """Return the bytes of a PDF."""
    buffer = io.BytesIO()
    made.write(buffer)
    return buffer.getvalue()


def _pdf(change: Callable[[PdfWriter], object]) -> bytes:
    made = writer()
    change(made)
    return finished(made)


def _old_revision() -> bytes:
    """Return a PDF that was "cleaned" by an incremental save: the old page is still in it."""
    first = finished(writer(NAME))
    made = PdfWriter(io.BytesIO(first), incremental=True)
    page = made.pages[0]
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 10 100 Td (Ren) Tj ET")
    page[NameObject("/Contents")] = made._add_object(content)  # noqa: SLF001
    return finished(made)


def _orphan(made: PdfWriter) -> None:
    made._add_object(DictionaryObject({NameObject("/Was"): TextStringObject(NAME)}))  # noqa: SLF001


def _script(made: PdfWriter) -> None:
    action = {
        NameObject("/S"): NameObject("/JavaScript"),
        NameObject("/JS"): TextStringObject(NAME),
    }
    made._add_object(DictionaryObject(action))  # noqa: SLF001


def _metadata(made: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"<x:xmpmeta><dc:creator>{NAME}</dc:creator></x:xmpmeta>".encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    made.root_object[NameObject("/Metadata")] = made._add_object(stream)  # noqa: SLF001


def _scanned(made: PdfWriter) -> None:
    page = made.pages[0]
    form = DecodedStreamObject()
    form.set_data(b"0 0 1 1 re f")
    form[NameObject("/Subtype")] = NameObject("/Form")
    drawn = DictionaryObject({NameObject("/X1"): made._add_object(form)})  # noqa: SLF001
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    content = DecodedStreamObject()
    content.set_data(b"/X1 Do")
    page[NameObject("/Contents")] = made._add_object(content)  # noqa: SLF001


def _alternative(made: PdfWriter) -> None:
    made.pages[0][NameObject("/Alt")] = TextStringObject(NAME)


def _encrypted(made: PdfWriter) -> None:
    made.encrypt("secret", algorithm="RC4-128")


def pdfs() -> Iterator[Leak]:
    """Yield PDFs with a name in every kind of object."""
    note = FreeText(text=NAME, rect=(10, 10, 60, 60))
    cases: tuple[tuple[str, bytes, tuple[str, ...], str], ...] = (
        ("page", finished(writer(NAME)), (PERSON,), "page 1"),
        ("spaced page", finished(writer("T o r v a l d")), (PERSON,), "page 1"),
        ("page cpr", finished(writer("011290-1234")), ("contact/cpr",), "page 1"),
        ("author", _pdf(lambda p: p.add_metadata({"/Author": NAME})), (PERSON,), "objects"),
        ("custom", _pdf(lambda p: p.add_metadata({"/Kilde": NAME})), (PERSON,), "objects"),
        ("xmp", _pdf(_metadata), (PERSON,), "streams"),
        ("outline", _pdf(lambda p: p.add_outline_item(title=NAME, page_number=0)), (PERSON,), "objects"),
        ("orphan", _pdf(_orphan), (PERSON,), "objects"),
        ("alternative text", _pdf(_alternative), (PERSON,), "objects"),
        ("annotation", _pdf(lambda p: p.add_annotation(page_number=0, annotation=note)), (PERSON, "file/comments"), ""),
        ("attachment", _pdf(lambda p: p.add_attachment(filename="a.txt", data=NAME.encode())), (PERSON, "file/embedded"), ""),
        ("attachment name", _pdf(lambda p: p.add_attachment(filename="torvald.txt", data=b"a")), (PERSON, "file/embedded"), ""),
        ("old revision", _old_revision(), (PERSON, "file/several-revisions"), "revision 1"),
        ("script", _pdf(_script), (PERSON, "file/embedded"), ""),
        ("encrypted", _pdf(_encrypted), ("file/encrypted",), ""),
        ("no text layer", _pdf(_scanned), ("file/no-text-layer",), "page 1"),
        ("behind the end", finished(writer()) + NAME.encode(), (PERSON,), "behind the end"),
        ("cut short", finished(writer())[:200], ("file/unreadable",), ""),
    )  # fmt: skip
    for shows, data, rules, part in cases:
        yield Leak(f"pdf {shows}", "bilag.pdf", data, frozenset(rules), part)


def png(**texts: str) -> bytes:
    """Return a picture of one pixel with text chunks."""
    facts = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        facts.add_itxt(key, value)
    buffer = io.BytesIO()
    Image.new("RGB", (1, 1)).save(buffer, "PNG", pnginfo=facts)
    return buffer.getvalue()


def jpeg(comment: bytes = b"", artist: str = "") -> bytes:
    """Return a photograph of one pixel."""
    buffer = io.BytesIO()
    exif = Image.Exif()
    if artist:
        exif[ExifTags.Base.Artist] = artist
    Image.new("RGB", (1, 1)).save(buffer, "JPEG", comment=comment, exif=exif)
    return buffer.getvalue()


def _segment(marker: int, content: bytes) -> bytes:
    made = jpeg()
    return made[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + made[2:]


def _compressed_chunk() -> bytes:
    body = b"zTXtAuthor\0\0" + zlib.compress(NAME.encode("latin-1"))
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    made = png()
    return made[:33] + chunk + made[33:]


def _saved(kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (1, 1)).save(buffer, kind, **options)
    return buffer.getvalue()


def images() -> Iterator[Leak]:
    """Yield pictures with a name in every kind of metadata."""
    exif = Image.Exif()
    exif[ExifTags.Base.XPAuthor] = NAME.encode("utf-16-le")
    xmp = f"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{NAME}</x:xmpmeta>".encode()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0f\x1c\x02\x50\0\x07Torvald\0"
    cases = (
        ("png text", "a.png", png(Author=NAME)),
        ("png key", "a.png", png(Torvald="a")),
        ("png compressed text", "a.png", _compressed_chunk()),
        ("png behind the end", "a.png", png() + NAME.encode()),
        ("jpeg comment", "a.jpg", jpeg(comment=NAME.encode())),
        ("jpeg artist", "a.jpeg", jpeg(artist="Torvald")),
        ("jpeg xmp", "a.jpg", _segment(0xE1, xmp)),
        ("jpeg iptc", "a.jpg", _segment(0xED, iptc)),
        ("jpeg behind the end", "a.jpg", jpeg() + NAME.encode()),
        ("jpeg author in utf-16", "a.jpg", _saved("JPEG", exif=exif)),
        ("gif comment", "a.gif", _saved("GIF", comment=NAME.encode())),
        ("webp exif", "a.webp", _saved("WEBP", exif=exif)),
        ("tiff tag", "a.tif", _saved("TIFF", artist="Torvald")),
    )
    for shows, file, data in cases:
        yield Leak(shows, file, data, _PERSON, "metadata")


def others() -> Iterator[Leak]:
    """Yield files that cannot be read, and files whose name is what leaks."""
    for shows, file, data, rule in (
        ("old word", "a.doc", b"\xd0\xcf\x11\xe0", "file/unknown-kind"),
        ("archive", "a.zip", package({"a.txt": "a"}), "file/unknown-kind"),
        ("mail", "a.eml", b"Subject: a", "file/unknown-kind"),
        ("no ending", "fil", b"a", "file/unknown-kind"),
        ("rubbish as word", "a.docx", b"rubbish", "file/unreadable"),
        ("rubbish as pdf", "a.pdf", b"rubbish", "file/unreadable"),
        ("rubbish as png", "a.png", b"rubbish", "file/unreadable"),
        ("rubbish as json", "a.json", b"{", "file/unreadable"),
        ("latin-1 text", "a.txt", "Sø".encode("latin-1"), "file/unreadable"),
        ("zeros in text", "a.txt", b"a\0b", "file/unreadable"),
        ("entities of one's own", "a.xml", b"<!DOCTYPE a [<!ENTITY b 'Tor'>]><a>&b;vald</a>", "file/unreadable"),
        ("zip bomb", "a.docx", package({"word/document.xml": b"a" * 120_000_000}), "file/too-large"),
        ("font with a tail", "a.woff2", b"wOF2" + b"\0" * 4 + struct.pack(">I", 12) + b"more", "file/unreadable"),
        ("name of a file", "referat-torvald.txt", b"a", PERSON),
        ("supplier's file", "referat_QVK_2031.txt", b"a", "register/supplier"),
        ("capitals in a file's name", "MødeTorvald.txt", b"a", PERSON),
    ):  # fmt: skip
        yield Leak(shows, file, data, frozenset({rule}))
    yield Leak("zero width", "a.txt", "ind\u200bhold".encode(), frozenset({"text/invisible"}))
    yield Leak("mixed script", "a.txt", "indh\u043eld".encode(), frozenset({"text/mixed-script"}))
    yield Leak("utf-16 text", "a.txt", NAME.encode("utf-16"), _PERSON)
