"""`markedsdialog links DIR`: find every wrong link in a folder of HTML.

Exit codes: 0 every link is right, or there are warnings only; 2 wrong use; 3 something is broken.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from markedsdialog.links.judge import DRAFTS, SiteJudge
from markedsdialog.links.report import FORMATS, summary
from markedsdialog.links.values import Report

BROKEN = 3
WRONG_USE = 2


def add_to(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("links", help="find every wrong link in a folder of HTML")
    parser.add_argument("folder", type=Path, metavar="DIR", help="what a web server would serve")
    parser.add_argument("--base", metavar="URL", help="the address the folder is published under")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text is the default")
    parser.add_argument("--external", action="store_true", help="ask external servers too")
    parser.add_argument(
        "--unpublished",
        metavar="PATTERN",
        action="append",
        help=f"files that no link may lead to; {' '.join(DRAFTS)} unless given",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Judge the folder, print the report to stdout, and the summary always."""
    try:
        report = _judge(arguments)
    except (NotADirectoryError, ValueError) as error:
        print(f"markedsdialog links: {error}", file=sys.stderr)
        return WRONG_USE
    sys.stdout.write(FORMATS[arguments.format](report))
    if arguments.format != "text":
        print(summary(report), file=sys.stderr)
    return BROKEN if report.broken else 0


def _judge(arguments: argparse.Namespace) -> Report:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        judge = SiteJudge(
            arguments.folder,
            base_url=arguments.base,
            unpublished=tuple(arguments.unpublished or DRAFTS),
            progress=_bar(progress),
        )
        return judge.judge()


def _bar(progress: Progress) -> Callable[[int, int], None]:
    task = progress.add_task("Reading", total=None)

    def advance(done: int, whole: int) -> None:
        progress.update(task, completed=done, total=whole)

    return advance
