"""`markedsdialog serve`: content -> the site on localhost, built again at each save.

A save that cannot be built is told in the terminal, and the last good site stays.
"""

import argparse
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from pelican.settings import read_settings
from watchfiles import watch

from markedsdialog.engine.build import Build
from markedsdialog.findings import Refused

ADDRESS = "127.0.0.1"


def add_to(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("serve", help="show the site on localhost, rebuilt on save")
    parser.add_argument("--port", type=int, default=8000)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Build, serve and watch until the editor stops it with Ctrl-C; exit code 0."""
    build = Build(read_settings("pelicanconf.py"))
    folders = [build.path, build.theme, build.settings["DATA_PATH"]]
    _build(build)
    handler = partial(_Handler, directory=build.output_path)
    server = ThreadingHTTPServer((ADDRESS, arguments.port), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://{ADDRESS}:{arguments.port}/ - Ctrl-C stops it")
    for _ in watch(*folders, raise_interrupt=False):
        _build(build)
    server.shutdown()
    return 0


def _build(build: Build) -> None:
    try:
        print(f"{build.build()} files built")
    except (Refused, OSError) as reason:
        print(reason, "The last good site is still shown.", sep="\n", file=sys.stderr)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as any plain server would, with the site's own page for what is missing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():  # noqa: PLR2004 - "Not Found", RFC 9110
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Stay silent; the terminal is for findings."""
