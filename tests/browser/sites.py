"""A built site -> its pages by kind, and a server on this machine that sends them."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

KINDS = {
    "front": r"",
    "list": r"dialoger/|ordregivere/[^/]+/|status/[^/]+/",
    "dialogue": r"dialoger/[^/]+/",
    "briefing": r"dialoger/[^/]+/oplaeg/",
    "framework": r"dialoger/[^/]+/spoergeramme/",
    "minutes": r"dialoger/[^/]+/referater/[^/]+/",
    "standing": r"om/|privatliv/|was/|saadan-fjerner-vi-navne/",
    "not found": r"404\.html",
}
"""Kind of page -> the addresses that are of this kind. An address of no kind is a fault."""

BULK = re.compile(r"dialoger/fyld-(?!001)\d+/|ordregivere/skoleforvaltningen/|status/planlagt/")
"""The gallery's many dialogues that only fill lists: one of them and two such lists are seen."""


@dataclass(frozen=True, slots=True)
class Site:
    """folder: the built files. root: the address below which they are served, with a slash."""

    folder: Path
    root: str

    def addresses(self) -> list[str]:
        """Return the address of each page that is looked at, in order."""
        files = sorted(file.relative_to(self.folder) for file in self.folder.rglob("*.html"))
        found = [file.as_posix().removesuffix("index.html") for file in files]
        return [one for one in found if not BULK.fullmatch(one)]

    def of_kind(self, kind: str) -> list[str]:
        """Return the addresses of one kind of page."""
        return [address for address in self.addresses() if kind_of(address) == kind]

    def file(self, address: str) -> Path:
        """Return the file that is sent for an address."""
        is_folder = not address or address.endswith("/")
        return self.folder / (f"{address}index.html" if is_folder else address)

    def url(self, address: str) -> str:
        """Return the full address."""
        return self.root + address

    def heaviest(self, kind: str) -> str:
        """Return the page of a kind with the most on it."""
        return max(self.of_kind(kind), key=lambda address: self.file(address).stat().st_size)


def kind_of(address: str) -> str:
    """Return the kind of a page; raise LookupError for an address that no kind knows."""
    for kind, pattern in KINDS.items():
        if re.fullmatch(pattern, address):
            return kind
    raise LookupError(f"{address} is of no kind that the browser tests know")


class _Quiet(SimpleHTTPRequestHandler):
    """Sends a folder below a path; tells of nothing."""

    def __init__(self, *args: object, below: str, **kwargs: object) -> None:
        self.below = below
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        inside = path.removeprefix(self.below) if path.startswith(self.below) else "outside"
        return super().translate_path(f"/{inside}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


class _Server(ThreadingHTTPServer):
    """Says nothing when a page that is left no longer wants the rest of a file."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(folder: Path, below: str = "/") -> Iterator[Site]:
    """Serve a folder on a free port, below a path that ends in a slash."""
    handler = partial(_Quiet, directory=str(folder), below=below)
    with _Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Site(folder, f"http://127.0.0.1:{server.server_port}{below}")
        server.shutdown()
