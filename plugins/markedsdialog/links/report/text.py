"""A report -> lines for a terminal, grouped by the file that is to be mended."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from markedsdialog.links.report.wording import advice, location, path_of, spread, subject
from markedsdialog.links.values import LinkFinding, Report


def summary(report: Report) -> str:
    """Give the one line with counts that every run ends with."""
    return (
        f"{report.links} links in {report.files} files: "
        f"{report.broken} broken, {report.warnings} warnings"
    )


def render_text(report: Report) -> str:
    """List the findings file by file, broken ones first in each, and then the summary."""
    ordered = sorted(report.findings, key=_file)
    lines = [line for file, those in groupby(ordered, _file) for line in (file, *_lines(those), "")]
    return "\n".join([*lines, summary(report), ""])


def _file(finding: LinkFinding) -> str:
    return path_of(location(finding))


def _lines(findings: Iterable[LinkFinding]) -> Iterator[str]:
    for finding in findings:
        severity = finding.kind.severity.value
        yield f"  {location(finding).line}: {severity} [{finding.kind.name}] {subject(finding)}"
        yield f"      {advice(finding)}"
        if where := spread(finding):
            yield f"      {where}"
