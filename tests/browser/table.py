"""What the browser tests counted -> one table after the run: check by kind of page.

Each test leaves figures as a property of its report, which pytest brings from its workers too.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pytest
from browser.sites import KINDS

WHOLE = "whole site"
Cell = tuple[int, int]
COUNTED = "counted"
REPORTED = "reported"
"""A line below the table."""


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the table below everything else."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    rows = cells(
        value for report in reports for name, value in report.user_properties if name == COUNTED
    )
    if rows:
        terminalreporter.section("pages looked at, and faults found on them")
        for line in lines(_in_order(rows)):
            terminalreporter.write_line(line)
    for report in reports:
        for name, line in report.user_properties:
            if name == REPORTED:
                terminalreporter.write_line(line)


def cells(counted: Iterable[dict[str, Any]]) -> dict[str, dict[str, Cell]]:
    """Return check -> kind -> pages and faults, added up over the sites."""
    rows: dict[str, dict[str, Cell]] = defaultdict(dict)
    for one in counted:
        pages, faults = rows[one["check"]].get(one["kind"], (0, 0))
        rows[one["check"]][one["kind"]] = pages + one["pages"], faults + one["faults"]
    return rows


def _in_order(rows: dict[str, dict[str, Cell]]) -> dict[str, dict[str, Cell]]:
    """Return the rows as the checks are listed; workers finish in any order."""
    from browser.checks import CHECKS  # noqa: PLC0415 - a run without browser tests needs none

    order = [*CHECKS, *sorted(set(rows) - set(CHECKS))]
    return {check: rows[check] for check in order if check in rows}


def lines(rows: dict[str, dict[str, Cell]]) -> list[str]:
    """Return the lines of the table; a cell is pages, and "-n" for faults."""
    kinds = [kind for kind in (*KINDS, WHOLE) if any(kind in row for row in rows.values())]
    widths = [max(len(kind), 6) for kind in kinds]
    first = max(len(check) for check in rows)
    head = " ".join(kind.rjust(width) for kind, width in zip(kinds, widths, strict=True))
    body = [
        f"{check.ljust(first)} "
        + " ".join(
            _cell(row.get(kind)).rjust(width) for kind, width in zip(kinds, widths, strict=True)
        )
        for check, row in rows.items()
    ]
    return [f"{'':{first}} {head}", *body]


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "."
    pages, faults = cell
    return f"{pages} -{faults}" if faults else str(pages)


def count(
    request: pytest.FixtureRequest, check: str, kind: str, *, pages: int, faults: int
) -> None:
    """Leave figures for the table in the report of the test that asks."""
    figures = {"check": check, "kind": kind, "pages": pages, "faults": faults}
    request.node.user_properties.append((COUNTED, figures))
