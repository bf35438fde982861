"""`make bench BENCH=links`: our link checker beside others, on one seeded site, as Markdown.

Tools take turns, round by round, so that what else the machine does falls on all of them. The
peers are installed from their registries below .cache/, never into the project's environment.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.linksite.cases import BASE, CASES, Case
from bench.linksite.write import PREFIX, write_site
from bench.patience import Measured, measure
from bench.peers import LinkChecker, Linkinator, Lychee, Ours, Tool, serving
from markedsdialog.links.judge import SiteJudge

SEED = 20260301
FEW = 20  # ordinary pages, where only the kinds are of interest
CACHE = Path(".cache/bench").absolute()
SITES = Path("output.bench").absolute()  # linkinator sees nothing below a folder with a dot
PATIENCE = 60  # seconds, for the small site with the kinds


def add_to(subparsers: Any) -> None:
    """Declare the bench."""
    parser = subparsers.add_parser("links", help="our link checker beside others")
    parser.add_argument("--pages", type=int, nargs="*", default=[2_000, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=float, default=600, help="seconds that one run may take")
    parser.set_defaults(run=tables)


def tables(arguments: argparse.Namespace) -> str:
    """Return all tables, as Markdown."""
    tools: list[Tool] = [Ours(), Lychee(), Linkinator(), LinkChecker()]
    for tool in tools:
        tool.install(CACHE)
    lines = list(kinds_table(tools))
    for pages in arguments.pages:
        lines += ["", *speed_table(tools, pages, arguments.rounds, arguments.limit)]
    for pages in arguments.pages:
        lines += ["", *again_table(pages)]
    return "\n".join(lines)


def site(pages: int) -> Path:
    """Give the folder that is served; the site in it is written once."""
    folder = SITES / f"links-{pages}-{SEED}"
    if not (folder / "truth.json").exists():
        write_site(folder, pages, SEED)
    return folder


def run(tool: Tool, served: Path, limit: float) -> Measured:
    with serving(served) as port:
        tool.port = port
        return measure(tool.command(CACHE, served), limit, served)


def kinds_table(tools: Sequence[Tool]) -> Iterator[str]:
    """Count, for each kind of fault, the planted cases that each tool finds.

    Of a tool that does not end, what it had told by then is counted.
    """
    served = site(FEW)
    flagged = {}
    for tool in tools:
        measured = run(tool, served, PATIENCE)
        pages = set(tool.flagged(measured.output, served))
        name = tool.name if measured.ended else f"{tool.name} (did not end)"
        flagged[name] = {case.name for case in CASES if is_flagged(case, pages)}
    names = list(flagged)
    yield f"### Planted cases found, by kind ({len(CASES)} cases)"
    yield from head("kind", "cases", *names)
    for kind in sorted({case.kind for case in CASES if case.kind}):
        those = {case.name for case in CASES if case.kind == kind}
        yield row(kind, len(those), *(len(those & flagged[name]) for name in names))
    faults = {case.name for case in CASES if case.kind}
    right = {case.name for case in CASES if not case.kind}
    yield row("**all faults**", len(faults), *(len(faults & flagged[name]) for name in names))
    yield row("**false alarms**", len(right), *(len(right & flagged[name]) for name in names))


def is_flagged(case: Case, pages: set[str]) -> bool:
    """Count a case as found when anything in its folder is called wrong, whatever the reason."""
    folder = case.page.rpartition("/")[0]
    return any(page == case.page or (folder and page.startswith(f"{folder}/")) for page in pages)


def speed_table(tools: Sequence[Tool], pages: int, rounds: int, limit: float) -> Iterator[str]:
    """Measure every tool, in turns; one that does not end in time is not started again."""
    served = site(pages)
    runs: dict[str, list[Measured]] = {tool.name: [] for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            if all(measured.ended for measured in runs[tool.name]):
                runs[tool.name].append(run(tool, served, limit))
    yield f"### {pages} ordinary pages, cold"
    yield from head("tool", "CPU s (median)", "lowest", "highest", "peak MB")
    for name, those in runs.items():
        if not all(measured.ended for measured in those):
            yield row(name, f"more than {those[-1].cpu:.0f}; ended after {limit:.0f} s", "", "", "")
            continue
        cpu = [measured.cpu for measured in those]
        peak = max(measured.peak for measured in those)
        middle = statistics.median(cpu)
        yield row(name, f"{middle:.2f}", f"{min(cpu):.2f}", f"{max(cpu):.2f}", f"{peak:.0f}")


def again_table(pages: int) -> Iterator[str]:
    """Measure judging again inside a build, after one page was edited."""
    root = site(pages) / PREFIX
    judge = SiteJudge(root, base_url=BASE)
    judge.judge()
    page = "sider/000/00007/index.html"
    former = (root / page).read_bytes()
    edits = (
        ("other words", former.replace(b"<h2>Afsnit 3", b"<h2>Kapitel 3")),
        ("a heading's id is gone", former.replace(b'id="afsnit-3"', b'id="kapitel-3"')),
        ("as it was", former),
    )
    yield f"### {pages} ordinary pages, one of them edited, inside a build"
    yield from head("edit", "CPU ms", "findings")
    try:
        for name, data in edits:
            (root / page).write_bytes(data)
            start = time.process_time()
            report = judge.judge_again([page])
            yield row(name, f"{(time.process_time() - start) * 1000:.1f}", len(report.findings))
    finally:
        (root / page).write_bytes(former)


def head(*names: str) -> Iterator[str]:
    yield ""
    yield row(*names)
    yield row(*("---" for _ in names))


def row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
