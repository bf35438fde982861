"""A plain file server with the house's site below a path, and Debian's Chromium to visit it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from browser.checks import DESKTOP
from browser.gallery import BELOW, build_gallery
from browser.sites import RESULTS, Site
from browser.tools import CHROMIUM_FLAGS, HERE, chromium
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

Visit = Callable[..., BrowserContext]
Open = Callable[[str], Page]


class _Plain(SimpleHTTPRequestHandler):
    """Sends files from below a path, and page 404 for all else, as an ordinary server does."""

    below: str

    def translate_path(self, path: str) -> str:
        """Return the file for a path of the site; nothing lies outside it."""
        if not path.startswith(self.below):
            return str(Path(self.directory) / "nothing")
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, *_: object) -> None:
        """Answer with the site's own page where there is no file; nothing where it has none."""
        own = Path(self.directory) / "404.html"
        body = own.read_bytes() if own.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Stay silent."""


@contextmanager
def served(folder: Path, below: str = "/") -> Iterator[Site]:
    """Serve a folder below a path, as a site whose pages can be listed."""
    for root in serve(folder, below):
        yield Site(folder, root)


def serve(site: Path, below: str) -> Iterator[str]:
    """Serve a site below a path; yield the address of its front page."""
    handler = type("Plain", (_Plain,), {"below": below})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{below}"
        server.shutdown()


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
        page.goto(url)
        if url.endswith(RESULTS):
            page.locator("#resultater li").first.wait_for()
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
    """Return the pages with seeded defects, served."""
    with served(HERE / "broken") as site:
        yield site
