"""An office file (OOXML, ODF, EPUB) -> the text of every part of its zip.

Parts are read by what they are, not by what the standard says about them: an unknown part closes
the file. Limits keep a zip bomb from unfolding.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

from markedsdialog.anonymity.extract import markup
from markedsdialog.anonymity.extract.decode import decode
from markedsdialog.anonymity.extract.passage import Contents, Fault, Passage, fault, merged

MOST_PARTS = 5_000
MOST_BYTES = 100_000_000
_MARKUP = (
    ".xml",
    ".rels",
    ".rdf",
    ".vml",
    ".xhtml",
    ".html",
    ".htm",
    ".opf",
    ".ncx",
    ".svg",
    ".xsl",
)
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp")
_PLAIN = ("mimetype", ".txt", ".css", ".xml.txt")
_TRACKED = re.compile(
    r"<(?:w:ins|w:del|w:moveFrom|w:moveTo|w:rPrChange|w:pPrChange|text:tracked-changes|"
    r"text:changed-region|text:change-start|table:tracked-changes|rcc |rrc |revisions)\b"
)
_COMMENTS = re.compile(r"<(?:w:comment|office:annotation|comment|p:cm|p188:cm|threadedComment)\b")
_COMMENT_PARTS = re.compile(
    r"(?:^|/)(?:comments\w*|threadedComments?\d*|commentAuthors|persons?)(?:/|\d*\.xml$)"
)
_EMBEDDED = re.compile(
    r"(?:^|/)(?:embeddings|activeX|ctrlProps|Object \d+|ObjectReplacements|Basic)/|"
    r"vbaProject|oleObject|attachedToolbars",
    re.IGNORECASE,
)
_THUMBNAIL = re.compile(r"(?:^|/)thumbnails?[/.]", re.IGNORECASE)
_STANDARD = re.compile(
    r"(?:(?:word|xl|ppt|docProps|customXml|META-INF|_rels|worksheets|slides|notesSlides|slideLayouts|"
    r"slideMasters|theme|glossary|drawings|charts|Thumbnails)/){0,4}"
    r"(?:document|core|app|custom|header|footer|footnotes|endnotes|styles|settings|webSettings|"
    r"fontTable|numbering|comments|people|sharedStrings|workbook|sheet|slide|notesSlide|slideLayout|"
    r"slideMaster|presentation|item|itemProps|theme|drawing|chart|thumbnail|content|meta|manifest|"
    r"mimetype|manifest|\[Content_Types\]|)\d*(?:\.xml|\.jpeg|\.png)?(?:\.rels)?"
)
_REVISION_PARTS = re.compile(r"^xl/revisions/")


def read(data: bytes, image: Callable[[bytes], Contents]) -> Contents:
    """Return the text of every part; image reads the pictures inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            refused = _refusal(package)
            if refused:
                return fault(refused)
            return merged(list(_contents(package, data, image)))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return fault("file/unreadable")


def _refusal(package: zipfile.ZipFile) -> str:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        return "file/too-large"
    if any(part.flag_bits & 1 for part in parts):
        return "file/encrypted"
    if len({part.filename for part in parts}) < len(parts):
        return "file/unreadable"
    return ""


def _contents(
    package: zipfile.ZipFile, data: bytes, image: Callable[[bytes], Contents]
) -> Iterator[Contents]:
    around = [package.comment.decode("latin-1"), *(_extra(part) for part in package.infolist())]
    before = data[: min((p.header_offset for p in package.infolist()), default=0)]
    around.append(before.decode("latin-1"))
    yield Contents((Passage(markup.BREAK.join(around), "zip", prose=False),))
    names = markup.BREAK.join(part.filename for part in package.infolist())
    yield Contents((Passage(names, "names of parts", prose=False),))
    for number, part in enumerate(package.infolist(), start=1):
        if part.is_dir():
            continue
        shown = _shown(part.filename, number)
        with package.open(part) as opened:
            content = opened.read(MOST_BYTES + 1)
        if len(content) > part.file_size:
            yield fault("file/too-large", shown)
            continue
        yield from (merged([one], shown) for one in _part(part.filename, content, image))


def _part(name: str, content: bytes, image: Callable[[bytes], Contents]) -> Iterator[Contents]:
    lowered = name.lower()
    if _EMBEDDED.search(name):
        yield fault("file/embedded")
    elif _COMMENT_PARTS.search(name):
        yield fault("file/comments")
    elif _REVISION_PARTS.search(name):
        yield fault("file/tracked-changes")
    if _THUMBNAIL.search(name):
        yield fault("file/thumbnail")
    if lowered.endswith(_MARKUP):
        yield _markup(content)
    elif lowered.endswith(_IMAGES):
        yield image(content)
    elif lowered.endswith(_PLAIN):
        yield _plain(content)
    elif not _EMBEDDED.search(name):
        yield fault("file/unknown-kind")


def _markup(content: bytes) -> Contents:
    text = decode(content)
    if text is None:
        return fault("file/unreadable")
    faults = [
        Fault(rule)
        for rule, pattern in (("file/tracked-changes", _TRACKED), ("file/comments", _COMMENTS))
        if pattern.search(text)
    ]
    passages = tuple(
        replace(passage, data=passage.part.endswith("attributes"))
        for passage in markup.read(text).passages
    )
    return Contents(passages, tuple(faults))


def _plain(content: bytes) -> Contents:
    text = decode(content)
    return fault("file/unreadable") if text is None else Contents((Passage(text),))


def _extra(part: zipfile.ZipInfo) -> str:
    return part.comment.decode("latin-1") + markup.BREAK + part.extra.decode("latin-1")


def _shown(name: str, number: int) -> str:
    """Return a part's name where the standards gave it, else its number: a name may name."""
    return name if _STANDARD.fullmatch(name) else f"part {number}"
