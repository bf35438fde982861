"""A plain file server with the house's site below a path, and Debian's Chromium to visit it."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

QUIET = """
    --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync
""".split()
BELOW = "/udbud/dialog/"

Visit = Callable[..., BrowserContext]


class _Plain(SimpleHTTPRequestHandler):
    """Sends files from below a path, and page 404 for all else, as an ordinary server does."""

    below: str

    def translate_path(self, path: str) -> str:
        """Return the file for a path of the site; nothing lies outside it."""
        if not path.startswith(self.below):
            return str(Path(self.directory) / "nothing")
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, *_: object) -> None:
        """Answer with the site's own page where there is no file."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Stay silent."""


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
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("The browser tests need Chromium: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


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
