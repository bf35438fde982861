"""An address, a title and a view -> a page, complete with all that stands around its view."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from markedsdialog import danish
from markedsdialog.edition import Edition, relative
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.prose import SourceLink
from markedsdialog.model.publication import updated
from markedsdialog.pages import schema_org
from markedsdialog.pages.crumb import Crumb
from markedsdialog.pages.dialogue_nav import siblings

SITE_FEED = "feed.atom"


@dataclass(frozen=True, slots=True)
class Around:
    """What each page of a dialogue shows around its view.

    updated: "17. april 2023". modified: the same as an HTML time.
    """

    title: str
    address: str
    feed: str
    siblings: tuple[Crumb, ...]
    updated: str
    modified: str
    is_archived: bool
    is_example: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page, ready to be shown.

    address: relative to the site's root; ends in a slash unless it names a file.
    template: the name of the template without its ending.
    title: the page's only H1, and the beginning of its `<title>`.
    view: what the template shows, of a type that belongs to the template.
    canonical: the full address; empty for a page that no search engine shall list.
    schema_org: JSON-LD, safe inside a script element.
    links: the links that editors wrote, as they stand on the page, with file and line.
    root: the server path from which a page links that is shown at any depth; else None.
    """

    address: str
    template: str
    title: str
    lead: str
    trail: tuple[Crumb, ...]
    view: object
    dialogue: Around | None
    canonical: str
    schema_org: str
    links: tuple[SourceLink, ...] = ()
    root: str | None = None

    @property
    def file(self) -> str:
        """Return the name of the file that a server sends for the address."""
        is_folder = not self.address or self.address.endswith("/")
        return f"{self.address}index.html" if is_folder else self.address

    def to(self, address: str) -> str:
        """Return the link from this page to an address of the site."""
        return relative(self.address, address) if self.root is None else self.root + address


def around(dialogue: Dialogue, edition: Edition) -> Around:
    """Return what all pages of a dialogue show around their views."""
    news = updated(dialogue)
    return Around(
        title=dialogue.facts.title,
        address=f"dialoger/{dialogue.slug}/",
        feed=f"dialoger/{dialogue.slug}/{SITE_FEED}",
        siblings=siblings(dialogue, edition),
        updated=danish.day(news.date()),
        modified=news.isoformat(),
        is_archived=edition.is_archived(dialogue),
        is_example=dialogue.facts.example,
    )


def make_page(  # noqa: PLR0913 - a page has this many parts, and each call names them
    edition: Edition,
    address: str,
    template: str,
    *,
    title: str,
    lead: str,
    view: object,
    trail: tuple[Crumb, ...] = (),
    dialogue: Dialogue | None = None,
    links: Iterable[SourceLink] = (),
) -> Page:
    """Return the page of this edition.

    trail: the pages above it, the front page first. links: those of the prose that it shows.
    """
    steps = (*trail, Crumb(title, address)) if trail else ()
    frame = around(dialogue, edition) if dialogue else None
    return Page(
        address=address,
        template=template,
        title=title,
        lead=lead,
        trail=steps,
        view=view,
        dialogue=frame,
        canonical=edition.absolute(address),
        schema_org=schema_org.describe(title, lead, address, steps, dialogue, edition),
        links=(*links, *_fact_links(address, dialogue, edition)),
    )


def _fact_links(address: str, dialogue: Dialogue | None, edition: Edition) -> Iterator[SourceLink]:
    """Yield the links of the facts and of the site's data, as they stand on the page."""
    written = (*(dialogue.links if dialogue else ()), *edition.data.links)
    return _as_shown(written, lambda there: relative(address, there))


def _as_shown(links: Iterable[SourceLink], to: Callable[[str], str]) -> Iterator[SourceLink]:
    for link in links:
        is_absolute = bool(urlsplit(link.href).scheme)
        yield link if is_absolute else replace(link, href=to(link.href))


def front_crumb(edition: Edition) -> Crumb:
    """Return the first step of every trail."""
    return Crumb(edition.say("page", "front"), "")


def unknown_address_page(edition: Edition) -> Page:
    """Return the page that a server shows for an address that does not exist, at any depth."""
    return Page(
        address="404.html",
        template="not_found",
        title=edition.say("not_found", "title"),
        lead=edition.say("not_found", "lead"),
        trail=(),
        view=None,
        dialogue=None,
        canonical="",
        schema_org="",
        links=tuple(_as_shown(edition.data.links, lambda there: edition.base_path + there)),
        root=edition.base_path,
    )
