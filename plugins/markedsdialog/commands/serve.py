"""`markedsdialog serve`: content -> the site on localhost, built again at each save.

A save that cannot be built is told in the terminal, and the last good site stays.
"""

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from pelican.settings import read_settings
from watchfiles import watch

from markedsdialog import site
from markedsdialog.engine.build import Build
from markedsdialog.findings import Refused
from markedsdialog.project import shown
from markedsdialog.serving import ADDRESS, server


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
    below = _path_of_the_site(Path(build.settings["DATA_PATH"]))
    web = server(Path(build.output_path), arguments.port, below)
    Thread(target=web.serve_forever, daemon=True).start()
    with suppress(KeyboardInterrupt):
        print(f"http://{ADDRESS}:{arguments.port}{below} - Ctrl-C stops it")
        for _ in watch(*folders):
            _build(build)
    web.shutdown()
    return 0


def _path_of_the_site(data: Path) -> str:
    """Return the path at which the site is published, for its page 404 links from there."""
    try:
        return f"{urlsplit(site.read(data, shown(data)).site.url).path}/"
    except Refused:
        return "/"  # `_build` has told what is wrong with it


def _build(build: Build) -> None:
    try:
        print(f"{build.build()} files built")
    except (Refused, OSError) as reason:
        print(reason, "The last good site is still shown.", sep="\n", file=sys.stderr)
