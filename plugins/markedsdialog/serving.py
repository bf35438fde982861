"""A built site -> a server of it on this machine, which answers as docs/hosting/ asks of all.

So what a browser would refuse on the real server, it refuses while the site is written.
"""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any

ADDRESS = "127.0.0.1"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""On every answer, whatever its status.

The script, the connections and the form are the search page's; no other page has any.
"""

KEPT = "public, max-age=31536000, immutable"
ASKED_AGAIN = "no-cache"
"""What Cache-Control says of `theme/`, whose names change with their content, and of the rest."""

TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Endings -> media types (IANA's registry); a file of another kind is sent as bytes to keep."""


def server(folder: Path, port: int = 0, below: str = "/") -> ThreadingHTTPServer:
    """Return a server of the folder that is ready to `serve_forever`.

    port: 0 means any free one. below: the path of the site's front page, with a slash at both ends.
    """
    return _Server((ADDRESS, port), partial(_Handler, directory=str(folder), below=below))


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell a fault of the program; a reader who leaves before the answer is none."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = TYPES

    def __init__(self, *connection: Any, directory: str, below: str) -> None:
        self.below = below
        super().__init__(*connection, directory=directory)  # it answers before it returns

    def translate_path(self, path: str) -> str:
        """Return the file for a path; outside the site there is none."""
        if not path.startswith(self.below):
            return str(Path(self.directory) / "nothing" / "here")
        return super().translate_path("/" + path.removeprefix(self.below))

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        is_kept = code in (200, 304) and "theme" in PurePosixPath(self.path).parts
        self.send_header("Cache-Control", KEPT if is_kept else ASKED_AGAIN)

    def list_directory(self, path: object) -> None:  # noqa: ARG002 - the library's signature
        """List no folder."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is missing."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():  # noqa: PLR2004 - "Not Found", RFC 9110
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Stay silent; the terminal is for findings."""
