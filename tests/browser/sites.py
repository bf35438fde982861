"""A built and served site -> its pages by kind."""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

KINDS = {
    "front": r"",
    "list": r"dialoger/|ordregivere/[^/]+/|status/[^/]+/",
    "dialogue": r"dialoger/[^/]+/",
    "briefing": r"dialoger/[^/]+/oplaeg/",
    "framework": r"dialoger/[^/]+/spoergeramme/",
    "minutes": r"dialoger/[^/]+/referater/[^/]+/",
    "standing": r"om/|privatliv/|saadan-fjerner-vi-navne/",
    "statement": r"was/",
    "search": r"soeg/(\?q=om)?",
    "not found": r"404\.html",
}
"""Kind of page -> the addresses that are of this kind. An address of no kind is a fault."""

RESULTS = "soeg/?q=om"
"""The search page once its script has answered, with more results than it shows at first."""

BULK = re.compile(r"dialoger/fyld-(?!001)\d+/|ordregivere/skoleforvaltningen/|status/planlagt/")
"""The gallery's many dialogues that only fill lists: one of them and two such lists are seen."""


@dataclass(frozen=True, slots=True)
class Site:
    """folder: the built files. root: the address below which they are served, with a slash."""

    folder: Path
    root: str

    def addresses(self) -> list[str]:
        """Return the address of each page that is looked at, and of one search with results."""
        files = sorted(file.relative_to(self.folder) for file in self.folder.rglob("*.html"))
        found = [file.as_posix().removesuffix("index.html") for file in files]
        return [*(one for one in found if not BULK.fullmatch(one)), RESULTS]

    def of_kind(self, kind: str) -> list[str]:
        """Return the addresses of one kind of page."""
        return [address for address in self.addresses() if kind_of(address) == kind]

    def file(self, address: str) -> Path:
        """Return the file that is sent for an address."""
        address = address.partition("?")[0]
        is_folder = not address or address.endswith("/")
        return self.folder / (f"{address}index.html" if is_folder else address)

    def url(self, address: str) -> str:
        """Return the full address."""
        return self.root + address

    def heaviest(self, kind: str) -> str:
        """Return the page of a kind with the most on it."""
        return max(self.of_kind(kind), key=lambda one: (self.file(one).stat().st_size, one))


def show(page: Page, url: str) -> None:
    """Open an address, and wait for what the search page's script answers."""
    page.goto(url)
    if url.endswith(RESULTS):
        page.locator("#resultater li").first.wait_for()


def kind_of(address: str) -> str:
    """Return the kind of a page; raise LookupError for an address that no kind knows."""
    for kind, pattern in KINDS.items():
        if re.fullmatch(pattern, address):
            return kind
    raise LookupError(f"{address} is of no kind that the browser tests know")
