"""HTML or XML -> its visible text, and apart from it what stands in tags, comments and scripts.

This is no parser that follows a grammar and drops what it does not expect: every character goes
either to the text or to the tags, so that broken mark-up hides nothing. What is escaped twice,
as HTML in a feed, is unfolded again.
"""

import base64
import binascii
import html
import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

from markedsdialog.anonymity.extract.passage import Contents, Fault, Passage

_TAG = re.compile(r"(<!--|-->|<!\[CDATA\[|\]\]>|<[a-zA-Z/!?][^<>]*>)")
_TAG_NAME = re.compile(r"</?([\w:.-]+)")
_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small
    span strike strong sub sup time tt u var wbr tspan textpath
    w:r w:t w:rpr w:b w:i w:u w:color w:sz w:szcs w:rfonts w:lang w:prooferr w:bookmarkstart
    w:bookmarkend w:hyperlink w:highlight w:shd w:noproof w:rstyle w:vertalign w:smarttag
    w:softhyphen w:nobreakhyphen w:lastrenderedpagebreak w:deltext w:ins w:del w:vanish
    a:r a:t a:rpr a:latin a:solidfill a:srgbclr text:span text:a text:soft-page-break r t rpr
    """.split()
)
_ENTITY_DECLARATION = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST)\b", re.IGNORECASE)
_DATA_URI = re.compile(r"data:([\w/+.-]*)((?:;[\w=.-]+)*?)(;base64)?,([^\"'()\s<>]*)")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_LABEL = re.compile(
    r"\b(?:alt|title|aria-label|aria-description|placeholder|summary|label|value)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)')"
)
_META_LABEL = re.compile(
    r"(?:name|property)=[\"']?(?:author|description|keywords|title|(?:og|twitter|dc|article):"
    r"(?:title|description|author|creator))[\"']?\s[^>]*?content\s*=\s*(?:\"([^\"]*)\"|'([^']*)')",
    re.IGNORECASE,
)
_DRAWING = re.compile(
    r"\b(?:d|points|viewBox|transform|values|path|stroke-dasharray)="
    r"(?:\"[^\"a-zåæøA-ZÅÆØ]*(?:[A-Za-z(][^\"a-zåæøA-ZÅÆØ]*)*\")"
)  # a drawing's figures are nobody's number
_DRAWN = frozenset(("svg", "g", "path", "polygon", "polyline", "use", "animate", "pattern"))
_RAW = frozenset({"script", "style"})
_DEEPEST = 4
BREAK = "\n\n"


def read(markup: str, part: str = "") -> Contents:
    """Return the text and the tags of HTML or XML."""
    if _ENTITY_DECLARATION.search(markup):
        return Contents(faults=(Fault("file/unreadable", part),))
    streams = _Streams()
    streams.take(markup, 1, 0)
    passages = [streams.text.passage(part, prose=True)]
    for name, stream, prose in (
        ("attributes", streams.tags, False),
        ("read attributes", streams.labels, True),
        ("comments", streams.comments, True),
        ("scripts", streams.scripts, False),
    ):
        passages.append(stream.passage(f"{part} {name}".strip(), prose=prose))
    return Contents(tuple(passage for passage in passages if passage.text.strip()))


class Stream:
    """Pieces of text, each with the line on which it began."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._lines: list[int] = []
        self._broken = False

    def add(self, piece: str, line: int) -> None:
        """Append a piece that began on this line; after a break nothing blank is kept."""
        if self._broken and piece.isspace():
            return
        self._pieces.append(piece)
        self._lines.append(line)
        self._broken = piece.endswith(BREAK)

    def passage(self, part: str, *, prose: bool) -> Passage:
        """Return all pieces as one passage."""
        *starts, _ = accumulate(map(len, self._pieces), initial=0)
        return Passage("".join(self._pieces), part, tuple(starts), tuple(self._lines), prose)


class _Streams:
    """The streams of one document and where its reader stands.

    labels are attributes that people are shown or read aloud; they stand among the tags as well.
    """

    def __init__(self) -> None:
        self.text, self.tags, self.labels = Stream(), Stream(), Stream()
        self.comments, self.scripts = Stream(), Stream()
        self._comment = False
        self._raw = False

    def take(self, markup: str, line: int, depth: int) -> None:
        """Send every character of the mark-up to one of the streams."""
        text, *rest = _TAG.split(markup)
        self._characters(text, line, depth)
        line += text.count("\n")
        for tag, text in zip(rest[::2], rest[1::2], strict=True):
            self._tag(tag, line)
            line += tag.count("\n")
            if text:
                self._characters(text, line, depth)
                line += text.count("\n")

    def _tag(self, tag: str, line: int) -> None:
        if tag in {"<!--", "-->"}:
            self._comment = tag == "<!--"
            self.comments.add(BREAK, line)
            return
        gap, raw, written, labels = _read_tag(tag)
        if gap:
            self.text.add(gap, line)
        if raw is not None:
            self._raw = raw
        if written:
            (self.comments if self._comment else self.tags).add(written, line)
            for label in labels:
                self.labels.add(label, line)

    def _characters(self, piece: str, line: int, depth: int) -> None:
        if self._comment or self._raw:
            (self.comments if self._comment else self.scripts).add(resolved(piece), line)
            return
        if "&" in piece:
            piece = html.unescape(piece)
            if depth < _DEEPEST and ("<" in piece or "&" in piece):
                self.take(piece, line, depth + 1)
                return
        self.text.add(piece, line)
        if "%" in piece and _PERCENT.search(piece):
            self.tags.add(unquote(piece) + BREAK, line)


class _Tag(NamedTuple):
    """What one tag says.

    gap: what it puts between the texts around it.
    raw: whether a script or style begins or ends with it.
    labels: only where something is written.
    """

    gap: str
    raw: bool | None
    written: str
    labels: tuple[str, ...]


@lru_cache(maxsize=100_000)  # every page of a site repeats the tags of its frame
def _read_tag(tag: str) -> _Tag:
    named = _TAG_NAME.match(tag)
    name = named.group(1).lower() if named else ""
    gap = "" if name in _INLINE else "\n" if name == "br" else BREAK
    raw = not tag.startswith("</") and not tag.endswith("/>") if name in _RAW else None
    if "=" not in tag and not tag.startswith(("<!", "<?")):
        return _Tag(gap, raw, "", ())
    inside = _DRAWING.sub("", tag[1:-1]) if name in _DRAWN else tag[1:-1]
    pattern = _META_LABEL if name == "meta" else _LABEL
    labels = (html.unescape(found[1] or found[2] or "") + BREAK for found in pattern.finditer(tag))
    return _Tag(gap, raw, resolved(inside) + BREAK, tuple(labels))


def resolved(text: str) -> str:
    """Return a text of a tag, script or style without its escapes."""
    text = html.unescape(html.unescape(text)) if "&" in text else text
    if "\\" in text:
        text = _ESCAPE.sub(_character, text)
    if "data:" in text:
        text = _DATA_URI.sub(_unpacked, text)
    if "%" in text and _PERCENT.search(text):
        text = f"{text}{BREAK}{unquote(text)}"
    return text


_ESCAPE = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2})|([0-9A-Fa-f]{2,6})\s?|n)")


def _character(escape: re.Match[str]) -> str:
    code = next((group for group in escape.groups() if group), None)
    return chr(int(code, 16)) if code and int(code, 16) <= 0x10FFFF else "\n"  # noqa: PLR2004 - Unicode's last


def _unpacked(uri: re.Match[str]) -> str:
    """Return the text of a data: URI (RFC 2397), as far as it is text."""
    body = unquote(uri[4])
    if not uri[3]:
        return f"data:{uri[1]}{BREAK}{body}{BREAK}"
    try:
        packed = base64.b64decode(body, validate=False)
    except (binascii.Error, ValueError):
        return uri.group()
    return f"data:{uri[1]}{BREAK}{packed.decode('utf-8', errors='replace')}{BREAK}"
