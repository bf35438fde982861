"""Measurements -> a Markdown table, and a line on the machine that made them."""

import os
import platform
from collections.abc import Iterable, Sequence
from statistics import median

from bench.measure import Pairs, middle

MEGA = 1_000_000
HEADINGS = (
    "",
    "CPU s",
    "wall s",
    "peak MB",
    "first / second, CPU (least-most)",
    "first / second, wall (least-most)",
)


def pair_rows(title: str, pairs: Pairs, names: tuple[str, str]) -> list[tuple[str, ...]]:
    """Return a row for each side: medians, and in the first the median ratios and their ranges."""
    ratios = [_told(pairs.ratios(of)) for of in (lambda used: used.cpu, lambda used: used.wall)]
    sides = zip(names, (middle(pairs.ours), middle(pairs.theirs)), (ratios, ["", ""]), strict=True)
    return [
        (
            f"{title}: {name}",
            f"{used.cpu:.2f}",
            f"{used.wall:.2f}",
            f"{used.memory / MEGA:.0f}",
            *told,
        )
        for name, used, told in sides
    ]


def _told(ratios: list[float]) -> str:
    return f"**{median(ratios):.2f}** ({min(ratios):.2f}-{max(ratios):.2f})"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first are figures."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine() -> str:
    """Return what a reader must know of the machine to judge the figures."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
