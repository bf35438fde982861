"""Our own server with the house's site below a path, and Debian's Chromium to visit it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from browser.checks import DESKTOP
from browser.gallery import BELOW, build_gallery
from browser.sites import Site, show
from browser.tools import CHROMIUM_FLAGS, HERE, chromium
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from markedsdialog.serving import ADDRESS, server

Visit = Callable[..., BrowserContext]
Open = Callable[[str], Page]


@contextmanager
def served(folder: Path, below: str = "/") -> Iterator[Site]:
    """Serve a folder below a path, as a site whose pages can be listed."""
    for root in serve(folder, below):
        yield Site(folder, root)


def serve(site: Path, below: str) -> Iterator[str]:
    """Serve a site below a path; yield the address of its front page."""
    with server(site, below=below) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://{ADDRESS}:{web.server_address[1]}{below}"
        web.shutdown()


@pytest.fixture(scope="session")
def front(house: Path) -> Iterator[str]:
    """Serve the house below the path that its settings name."""
    yield from serve(house, BELOW)


@pytest.fixture(scope="session")
def real_front(real: Path) -> Iterator[str]:
    """Serve the checkout's own site below a path that it does not know."""
    yield from serve(real, "/et/andet/sted/")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium once; playwright's event loop must not outlive these tests."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return what begins a first visit, with the options of a browser's context."""
    contexts = []

    def begin(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(**options))
        return contexts[-1]

    yield begin
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(visit: Visit) -> Open:
    """Return what opens an address in a new tab; the tab before it is closed."""
    context = visit(viewport=DESKTOP, locale="da-DK")

    def opened(url: str) -> Page:
        for old in context.pages:
            old.close()
        page = context.new_page()
        show(page, url)
        return page

    return opened


@pytest.fixture(scope="session")
def sites(real: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Site]]:
    """Return the checkout's own site and the gallery, served."""
    gallery = build_gallery(tmp_path_factory.mktemp("gallery") / "project")
    with served(real) as own, served(gallery, BELOW) as shown:
        yield {"real": own, "gallery": shown}


@pytest.fixture(scope="session")
def broken() -> Iterator[Site]:
    """Return the pages with seeded defects, served without the headers that would keep them out."""
    folder = HERE / "broken"
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer((ADDRESS, 0), handler) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        yield Site(folder, f"http://{ADDRESS}:{web.server_address[1]}/")
        web.shutdown()
