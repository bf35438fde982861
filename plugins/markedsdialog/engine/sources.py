"""A link as it stands on a page -> the Markdown, YAML or template file and line that wrote it.

What editors wrote is known from reading. A link of the theme is found by showing its page once
more and looking, at each link that is made, which line of which template asked for it. That is
done only for a page on which somebody asks about such a link.
"""

import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from markedsdialog.pages.page import Page
from markedsdialog.project import shown

Place = tuple[str, int]


class Sources:
    """Knows the places of all links of a site; `show` renders a page or a stand-in for it."""

    def __init__(self, pages: Iterable[Page], show: Callable[[Page], object]) -> None:
        self._pages = {page.file: page for page in pages}
        self._show = show
        self._of_templates = cache(self._watch)

    def __call__(self, file: str, written: str) -> Place | None:
        """Return where the link `written` on the page in `file` was written, if it is known."""
        if not (page := self._pages.get(file)):
            return None
        bare = written.partition("?")[0] if written.startswith("mailto:") else written
        for link in page.links:
            if link.href in (written, bare):
                return link.path, link.line
        return self._of_templates(file).get(written)

    def _watch(self, file: str) -> dict[str, Place]:
        watched = _Watched(self._pages[file])
        self._show(watched)  # type: ignore[arg-type]  # it stands in for a page
        return watched.places


class _Watched:
    """Stands in for a page, and keeps for each link the template and the line that asked."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.places: dict[str, Place] = {}

    def __getattr__(self, name: str) -> object:
        return getattr(self._page, name)

    def to(self, address: str) -> str:
        """Return the link as the page does."""
        href = self._page.to(address)
        self.places.setdefault(href, _asking_line())
        return href


def _asking_line() -> Place:
    """Return the place in the innermost template among the callers (Jinja keeps it there)."""
    frame = sys._getframe(2)  # noqa: SLF001 - the interpreter's own way to callers
    while "__jinja_template__" not in frame.f_globals:
        assert frame.f_back is not None  # noqa: S101 - pages are asked for links by templates
        frame = frame.f_back
    template = frame.f_globals["__jinja_template__"]
    return shown(Path(template.filename)), template.get_corresponding_lineno(frame.f_lineno)
