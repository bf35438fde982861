"""A built site -> a copy that opens from disk, where no server turns a folder into its page.

Every link that names a folder names its `index.html` instead. The page for unknown addresses
stays behind: only a server knows when to show it, and its links begin at a server's root.
"""

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from urllib.parse import urlsplit

UNKNOWN = "404.html"


def offline(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file of the copy; raise OSError without a site."""
    for file in sorted(site.rglob("*")):
        address = file.relative_to(site).as_posix()
        if file.is_dir() or address == UNKNOWN:
            continue
        data = file.read_bytes()
        yield address, with_named_files(data.decode()).encode() if file.suffix == ".html" else data


def with_named_files(html: str) -> str:
    """Return the page with each link to a folder of the site leading to the folder's page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    line_starts = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
    parts, done = [], 0
    for line, column, tag, mended in reader.mends:
        start = line_starts[line - 1] + column
        parts += [html[done:start], mended]
        done = start + len(tag)
    return "".join([*parts, html[done:]])


class _Reader(HTMLParser):
    """Keeps each start tag whose link must change: its line, its column, as it is, as it must be.

    Text is left alone, also where it speaks of links.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mends: list[tuple[int, int, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        href = dict(attrs).get("href")
        if href and (named := _named(href)) != href:
            written = self.get_starttag_text() or ""
            mended = written.replace(f'href="{escape(href)}"', f'href="{escape(named)}"')
            self.mends.append((*self.getpos(), written, mended))


def _named(href: str) -> str:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path.endswith("/"):
        return href
    return parts._replace(path=f"{parts.path}index.html").geturl()
