"""Markdown that an editor wrote -> safe HTML with its headings and links, or its faults.

HTML in Markdown is a fault and is never interpreted: the parts of Python-Markdown that would do
so are taken out, so that a tag is shown as text, and what is left is cleaned by nh3 all the same.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import AUTOMAIL_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AtomicString

from markedsdialog.findings import Finding, refuse_if_any
from markedsdialog.model.prose import Heading, Prose, SourceLink
from markedsdialog.model.slug import slug
from markedsdialog.source import marks, plain
from markedsdialog.source.reach import ease

Resolve = Callable[[str], str]
"""A link as written -> the address that stands on the page; UnknownTarget when there is none."""

WEB = frozenset({"https", "http"})
SCHEMES = WEB | {"mailto", "tel"}
TAGS = frozenset(
    "a blockquote br code div em h2 h3 h4 hr img li ol p pre strong "
    "table tbody td th thead tr ul".split()
)
DEEPEST_HEADING = 4
ALIGNMENTS = {
    "text-align: left;": "left",
    "text-align: center;": "center",
    "text-align: right;": "right",
}
"""The styles that the library writes in tables -> our classes."""

_SPACE = re.compile(r"\s")
ATTRIBUTES = {
    "*": {"id", "lang", "dir"},
    "a": {"href", "class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "img": {"src", "alt"},
    "th": {"class"},
    "td": {"class", "data-label"},
    "ol": {"start"},
}


class UnknownTarget(LookupError):  # noqa: N818 - an answer, not an error of the program
    """A link leads to nothing that the site can show; the words say what must be true."""


def render(
    text: str, path: str, first_line: int, resolve: Resolve, *, is_part: bool = False
) -> Prose:
    """Return the HTML of `text`, which begins on `first_line` of the file `path`.

    is_part: the text is one of several on its page, and has no headings and ids of its own.

    Raises Refused with a finding for each raw tag, image without description, heading out of
    order, link of a kind that is not published, and link that `resolve` does not know.
    """
    if not text.strip():
        return Prose()
    if html := plain.paragraph(text):
        return Prose(html)
    markdown, job = _machine()
    job.begin(path, first_line, resolve, is_part=is_part)
    html = markdown.reset().convert(text)
    refuse_if_any(job.findings)
    return Prose(
        html=nh3.clean(
            html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None
        ),
        headings=tuple(_headings(markdown.toc_tokens)),  # type: ignore[attr-defined]
        links=tuple(job.links),
    )


def _headings(tokens: list[dict]) -> Iterator[Heading]:  # type: ignore[type-arg]
    for token in tokens:
        yield Heading(token["level"], token["id"], token["name"])
        yield from _headings(token["children"])


@cache
def _machine() -> tuple[Markdown, "_Job"]:
    """Make the one Markdown machine; making it costs more than using it."""
    job = _Job()
    toc = TocExtension(slugify=lambda title, _: slug(title), marker="")
    return Markdown(extensions=["tables", "sane_lists", "attr_list", toc, _House(job)]), job


class _Job:
    """What one call of `render` is about: where the text stands and what was found in it."""

    def begin(self, path: str, first_line: int, resolve: Resolve, *, is_part: bool) -> None:
        self.path = path
        self.first_line = first_line
        self.line = first_line
        self.resolve = resolve
        self.is_part = is_part
        self.ids: set[str] = set()
        self.findings: list[Finding] = []
        self.links: list[SourceLink] = []

    def report(self, rule: str, must: str, mend: str, line: int | None = None) -> None:
        place = line or self.line
        self.findings.append(Finding(self.path, place, f"prose/{rule}", must, mend))


class _House(Extension):
    """Takes raw HTML out of Python-Markdown and puts the house's own reading in."""

    def __init__(self, job: _Job) -> None:
        super().__init__()
        self.job = job

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Register the two readers; the priorities say between which others they run."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_PlainMail(AUTOMAIL_RE, md), "automail", 110)
        md.preprocessors.register(_MarkLines(self.job), "mark-lines", 28)
        md.treeprocessors.register(plain.KeepPlain(md), "keep-plain", 21)
        md.treeprocessors.register(_ReadTree(self.job), "read-tree", 7)


class _PlainMail(InlineProcessor):
    """Writes `<udbud@kommune.example>` as a plain link; the library hides it in entities."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - the library's signature
        link = Element("a", href=f"mailto:{m[1]}")
        link.text = AtomicString(m[1])
        return link, m.start(0), m.end(0)


class _MarkLines(Preprocessor):
    def __init__(self, job: _Job) -> None:
        super().__init__()
        self.job = job

    def run(self, lines: list[str]) -> list[str]:
        return marks.add(lines, self.job.first_line)


class _ReadTree(Treeprocessor):
    """Walks the tree in the order of the text: keeps the line, finds faults, resolves links."""

    def __init__(self, job: _Job) -> None:
        super().__init__()
        self.job = job

    def run(self, root: Element) -> None:
        self.level = 1
        self.visit(root)
        ease(root)

    def visit(self, element: Element) -> None:
        element.text = self.read_text(element.text, is_code=element.tag == "code")
        if element.tag[:1] == "h" and element.tag[1:].isdigit():
            self.check_heading(int(element.tag[1:]))
        for child in element:
            self.visit(child)
            child.tail = self.read_text(child.tail, is_code=False)
        if element.tag == "a":
            self.resolve_link(element, "href")
        if element.tag == "img":
            self.resolve_link(element, "src")
        self.check_attributes(element)
        self.align(element)

    def read_text(self, text: str | None, *, is_code: bool) -> str | None:
        if not text:
            return text
        self.job.line = marks.last_line(text) or self.job.line
        if not is_code:
            self.check_text(text)
        return type(text)(marks.remove(text))

    def check_text(self, text: str) -> None:
        for line in marks.tag_lines(text):
            self.job.report(
                "raw-html",
                "Markdown must have no HTML tags",
                "Say it in Markdown, or write `&lt;`",
                line,
            )
        for line in marks.swallowed_lines(text):
            self.job.report(
                "list-swallowed",
                "A list must have an empty line above it",
                "Add the empty line",
                line,
            )

    def check_attributes(self, element: Element) -> None:
        allowed = (ATTRIBUTES["*"] | ATTRIBUTES.get(element.tag, set())) - {"class"}
        for name, written in list(element.attrib.items()):
            value = written or ""  # the library says None for a word alone, as in `{word}`
            self.check_text(value)
            element.set(name, marks.remove(value))
            if written is None or (name not in allowed and value not in ALIGNMENTS):
                self.job.report(
                    "attribute",
                    "Nothing but `#id`, `lang` and `dir` may be said in braces, and a link has "
                    "no title",
                    "Remove the rest",
                )
        if element.get("id"):
            self.check_id(element.attrib["id"])

    def check_id(self, name: str) -> None:
        if self.job.is_part:
            self.job.report("id-in-part", "No id may be given here", "Remove the braces")
        elif slug(name) != name:
            self.job.report(
                "id", "An id must be lower-case a-z, digits and hyphens", "Write it as `{#et-ord}`"
            )
        elif name in self.job.ids:
            self.job.report("duplicate-id", "An id must stand once in the text", "Choose another")
        self.job.ids.add(name)

    def align(self, element: Element) -> None:
        """Say with a class what Markdown says with a style, which a strict CSP would refuse."""
        if side := ALIGNMENTS.get(element.attrib.pop("style", "")):
            element.set("class", side)

    def check_heading(self, level: int) -> None:
        if self.job.is_part:
            self.job.report("heading-in-part", "No heading may stand here", "Make it a paragraph")
        elif level == 1:
            self.job.report("title-twice", "The title stands in the facts alone", "Begin with `##`")
        elif level > self.level + 1:
            self.job.report(
                "heading-skipped", "No level of headings may be skipped", "Use one `#` less"
            )
        elif level > DEEPEST_HEADING:
            self.job.report("heading-deep", "Headings go down to `####`", "Use fewer levels")
        self.level = level

    def resolve_link(self, element: Element, name: str) -> None:
        marked = element.get(name, "")
        line = marks.last_line(marked) or self.job.line
        if element.tag == "img" and not element.get("alt", "").strip():
            must, mend = "An image must say what it shows", "Write it in the brackets"
            self.job.report("image-alt", must, mend, line)
        try:
            href = self.target(self.read_address(marked))
        except UnknownTarget as problem:
            self.job.report("link", str(problem), "Correct or remove the link", line)
            return
        element.set(name, href.replace("&", "&amp;"))
        self.job.links.append(SourceLink(href, self.job.path, line))

    def read_address(self, marked: str) -> str:
        """Return an address as a browser reads it: no mark, no entity, no escaping backslash."""
        return unescape(UnescapeTreeprocessor().unescape(marks.remove(marked))).strip()

    def target(self, written: str) -> str:
        """Return the address that stands on the page; raise UnknownTarget when there is none."""
        malformed = UnknownTarget("The address must be well formed")
        try:
            parts = urlsplit(written)
        except ValueError:
            raise malformed from None
        if marks.is_cut(written):
            raise malformed
        if not parts.scheme:
            return self.job.resolve(written)
        if parts.scheme not in SCHEMES:
            raise UnknownTarget("A link must begin with https:, mailto: or tel:, or name a file")
        if not (parts.netloc if parts.scheme in WEB else parts.path) or _SPACE.search(written):
            raise malformed
        return written
