"""`markedsdialog check`: content and data -> what must be mended, without building.

Exit code 0 when nothing is to mend, 1 when something is.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from markedsdialog.findings import Refused
from markedsdialog.project import read_project


def add_to(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("check", help="validate content/ and data/ without building")
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="FOLDER")
    parser.add_argument("--data", type=Path, default=Path("data"), metavar="FOLDER")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print every finding, or how much was read without one."""
    try:
        library = read_project(arguments.content, arguments.data).library
    except Refused as refused:
        print(refused, f"{len(refused.findings)} to mend.", sep="\n", file=sys.stderr)
        return 1
    print(f"{len(library.dialogues)} dialogues and {len(library.pages)} pages; nothing to mend.")
    return 0
