"""A report -> the project's findings, for a build that must stop at the first broken link."""

from collections.abc import Iterator

from markedsdialog.findings import Finding
from markedsdialog.links.report.wording import location, path_of
from markedsdialog.links.values import LinkFinding, Report, Severity


def stopping(report: Report) -> Iterator[Finding]:
    """Give what must be mended before the site may be published; warnings are not among it.

    The rule is `links/<kind>`; the path is the source's, or else the written page's.
    """
    for finding in report.findings:
        if finding.kind.severity is Severity.BROKEN:
            place = location(finding)
            rule = f"links/{finding.kind.name}"
            yield Finding(path_of(place), place.line, rule, finding.kind.must, _mend(finding))


def _mend(finding: LinkFinding) -> str:
    near = f"; the nearest is {finding.suggestion}" if finding.suggestion else ""
    return f"{finding.kind.mend}{near}"
