"""`markedsdialog links DIR`: find every wrong link in a folder of HTML.

Exit codes: 0 every link is right, or there are warnings only; 2 wrong use; 3 something is broken.
"""

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from markedsdialog.findings import Refused
from markedsdialog.links.external.values import Limits
from markedsdialog.links.judge import DRAFTS, SiteJudge
from markedsdialog.links.report import FORMATS, summary
from markedsdialog.links.values import LinkFinding, Report

BROKEN = 3
WRONG_USE = 2


def add_to(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("links", help="find every wrong link in a folder of HTML")
    parser.add_argument("folder", type=Path, metavar="DIR", help="what a web server would serve")
    parser.add_argument("--base", metavar="URL", help="the address the folder is published under")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text is the default")
    _add_external(parser.add_argument_group("external links"))
    parser.add_argument(
        "--unpublished",
        metavar="PATTERN",
        action="append",
        help=f"files that no link may lead to; {' '.join(DRAFTS)} unless given",
    )
    parser.set_defaults(run=run)


def _add_external(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--external", action="store_true", help="ask external servers too")
    group.add_argument(
        "--contact", metavar="ADDRESS", help="where its owner is reached; --base unless given"
    )
    group.add_argument(
        "--seconds",
        type=float,
        default=Limits().run_time,
        help="what the run may take, %(default)s",
    )
    group.add_argument("--memory", type=Path, metavar="FILE", default=Path(".cache/links.json"))
    group.add_argument(
        "--exceptions", type=Path, metavar="FILE", default=Path("data/link-exceptions.yml")
    )


def run(arguments: argparse.Namespace) -> int:
    """Judge the folder, print the report to stdout, and the summary always."""
    try:
        report = _judge(arguments)
    except (NotADirectoryError, Refused, ValueError) as error:
        print(f"markedsdialog links: {error}", file=sys.stderr)
        return WRONG_USE
    sys.stdout.write(FORMATS[arguments.format](report))
    if arguments.format != "text":
        print(summary(report), file=sys.stderr)
    return BROKEN if report.broken else 0


def _judge(arguments: argparse.Namespace) -> Report:
    if arguments.external and not (arguments.contact or arguments.base):
        raise ValueError("--external needs --contact or --base: servers are told who asks")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        judge = SiteJudge(
            arguments.folder,
            base_url=arguments.base,
            unpublished=tuple(arguments.unpublished or DRAFTS),
            progress=_bar(progress, "Reading"),
        )
        report = judge.judge()
        if not arguments.external:
            return report
        return replace(report, findings=report.findings + _ask(arguments, judge, progress))


def _ask(
    arguments: argparse.Namespace, judge: SiteJudge, progress: Progress
) -> tuple[LinkFinding, ...]:
    # Imported here: the machinery of the web takes longer to load than a small site to judge.
    from markedsdialog.links.audit import Exemptions, audit  # noqa: PLC0415
    from markedsdialog.links.external.check import Run  # noqa: PLC0415
    from markedsdialog.links.external.exceptions import read_exemptions  # noqa: PLC0415
    from markedsdialog.links.external.memory import recall, remember, utc_now  # noqa: PLC0415

    exemptions = Exemptions(read_exemptions(arguments.exceptions), arguments.exceptions)
    contact = arguments.contact or arguments.base
    limits = Limits(run_time=arguments.seconds)
    run = Run(contact, utc_now(), limits, progress=_bar(progress, "Asking"))
    findings, outcome = audit(judge, run, recall(arguments.memory), exemptions)
    remember(arguments.memory, outcome.records)
    return findings


def _bar(progress: Progress, name: str) -> Callable[[int, int], None]:
    task = progress.add_task(name, total=None)

    def advance(done: int, whole: int) -> None:
        progress.update(task, completed=done, total=whole)

    return advance
