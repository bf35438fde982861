"""What a visit costs, what it leaves behind, and how it looks on a small screen and on paper."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from house.reading import pages
from playwright.sync_api import Page, Request, expect

from .conftest import Visit

MOST_BYTES = 60_000
"""Of a first visit to any page: HTML, style, font and icon together, before compression."""

NARROW = {"width": 320, "height": 640}

# Each template and a page that it makes.
KINDS = {
    "front": "",
    "list": "status/aaben/",
    "dialogue": "dialoger/madservice/",
    "briefing": "dialoger/madservice/oplaeg/",
    "framework": "dialoger/madservice/spoergeramme/",
    "minutes": "dialoger/madservice/referater/informationsmoede/",
    "standing": "om/",
    "search": "soeg/",
    "not_found": "findes-ikke/",
    "statement": "was/",
}


def addresses(site: Path) -> list[str]:
    """Return the address of each page of a site that has one."""
    return [file.removesuffix("index.html") for file in pages(site) if file != "404.html"]


def test_each_template_has_a_page_here() -> None:
    templates = Path(__file__).parents[2] / "theme/templates"
    assert {file.stem for file in templates.glob("*.html")} == {"base", *KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_visit_is_light_and_stays_on_the_host(kind: str, visit: Visit, front: str) -> None:
    context = visit()
    page = context.new_page()
    requests: list[Request] = []

    def note(request: Request) -> None:  # playwright takes no built-in method
        requests.append(request)

    page.on("request", note)
    page.goto(front + KINDS[kind])
    page.evaluate("document.fonts.ready.then(() => null)")
    assert len(requests) >= 3
    assert {urlsplit(request.url).netloc for request in requests} == {urlsplit(front).netloc}
    answers = [request.response() for request in requests]
    assert sum(len(answer.body()) for answer in answers if answer) < MOST_BYTES
    assert any(request.url.endswith(".woff2") for request in requests)


def test_no_page_of_the_real_site_is_heavy(real: Path) -> None:
    size_of = {file.name: file.stat().st_size for file in (real / "theme").iterdir()}
    sizes = {
        file: (real / file).stat().st_size
        + sum(size for name, size in size_of.items() if name in str(page) or "woff2" in name)
        for file, page in pages(real).items()
    }
    assert {file: size for file, size in sizes.items() if size >= MOST_BYTES} == {}


def test_nothing_is_kept_in_the_browser(visit: Visit, front: str) -> None:
    context = visit()
    page = context.new_page()
    for address in KINDS.values():
        page.goto(front + address)
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
        assert page.evaluate("caches.keys().then(found => found.length)") == 0
    assert context.cookies() == []
    assert context.storage_state()["origins"] == []


def widest(page: Page) -> int:
    """Return the width that the page asks for, in CSS pixels."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def test_no_page_of_the_house_is_wider_than_a_small_screen(
    visit: Visit, front: str, house: Path
) -> None:
    page = visit(viewport=NARROW).new_page()
    wide = {}
    for address in [*addresses(house), KINDS["not_found"]]:
        page.goto(front + address)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        wide[address] = widest(page)
    assert {address: width for address, width in wide.items() if width > NARROW["width"]} == {}


def test_no_page_of_the_real_site_is_wider_than_a_small_screen(
    visit: Visit, real_front: str, real: Path
) -> None:
    page = visit(viewport=NARROW).new_page()
    wide = {}
    for address in addresses(real):
        page.goto(real_front + address)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        wide[address] = widest(page)
    assert {address: width for address, width in wide.items() if width > NARROW["width"]} == {}


@pytest.mark.parametrize("kind", ["dialogue", "front"])
def test_what_is_folded_away_is_printed(kind: str, visit: Visit, front: str) -> None:
    page = visit().new_page()
    page.goto(front + KINDS[kind])
    folded = page.locator("details:not([open]) > :not(summary)")
    assert folded.count() >= 3
    for element in folded.all():
        expect(element).to_be_hidden()
    page.emulate_media(media="print")
    for element in folded.all():
        expect(element).to_be_visible()
        height = element.evaluate("one => one.getBoundingClientRect().height")
        assert height > 0


def test_the_site_works_below_a_path_that_it_does_not_know(
    visit: Visit, real_front: str, real: Path
) -> None:
    page = visit().new_page()
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    for address in addresses(real):
        page.goto(real_front + address)
        expect(page.locator("body")).to_have_css("font-family", re.compile("Public Sans"))
    assert missing == []
