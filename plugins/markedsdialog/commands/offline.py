"""`markedsdialog offline FOLDER`: the built site -> a copy that opens from disk.

Exit code 0 when the copy is made, 1 when there is no site or something is in the way.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from markedsdialog.offline import offline


def add_to(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("offline", help="copy the built site so that it opens from disk")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to; it must not exist")
    parser.add_argument("--site", type=Path, default=Path("output"), metavar="FOLDER")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the copy and say how to open it."""
    folder: Path = arguments.folder
    if not (arguments.site / "index.html").is_file():
        print(f"{arguments.site} holds no site. Build it first, with `make site`.", file=sys.stderr)
        return 1
    try:
        folder.mkdir(parents=True)
        for address, data in offline(arguments.site):
            file = folder / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    except OSError as error:
        print(f"{error.filename or folder}: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"Open {folder / 'index.html'} in a browser.")
    return 0
