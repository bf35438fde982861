"""One browser, and the sites that it looks at."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from browser.checks import DESKTOP
from browser.gallery import BELOW, build_gallery
from browser.sites import Site, served
from browser.tools import CHROMIUM_FLAGS, HERE, chromium
from playwright.sync_api import Browser, Page, sync_playwright

Open = Callable[[str], Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        with closing(started):
            yield started


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Return what opens an address in a new tab of a reader who keeps nothing."""
    with browser.new_context(viewport=DESKTOP, locale="da-DK") as context:

        def opened(url: str) -> Page:
            for old in context.pages:
                old.close()
            page = context.new_page()
            page.goto(url)
            return page

        yield opened


@pytest.fixture(scope="session")
def sites(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """Return the checkout's own site and the gallery, served."""
    gallery = build_gallery(tmp_path_factory.mktemp("gallery") / "project")
    with ExitStack() as servers:
        yield {
            "real": servers.enter_context(served(real)),
            "gallery": servers.enter_context(served(gallery, BELOW)),
        }


@pytest.fixture(scope="session")
def broken() -> Iterator[Site]:
    """Return the pages with seeded defects, served."""
    with served(HERE / "broken") as site:
        yield site
