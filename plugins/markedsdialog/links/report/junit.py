"""A report -> JUnit XML, as build servers show it: a broken link is a failed test case."""

from lxml import etree
from lxml.builder import E

from markedsdialog.links.report.text import summary
from markedsdialog.links.report.wording import advice, location, path_of, subject
from markedsdialog.links.values import LinkFinding, Report, Severity


def render_junit(report: Report) -> str:
    """Give one suite; a site without findings is one case that passed."""
    cases = [_case(finding) for finding in report.findings]
    if not cases:
        cases = [E.testcase(name="every link", classname="links")]
    suite = E.testsuite(
        *cases,
        E("system-out", summary(report)),
        name="links",
        tests=str(len(cases)),
        failures=str(report.broken),
        errors="0",
        skipped="0",
    )
    whole = etree.tostring(E.testsuites(suite), encoding="utf-8", pretty_print=True)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + whole.decode()


def _case(finding: LinkFinding) -> etree._Element:
    place = location(finding)
    case = E.testcase(
        name=f"{finding.kind.name} {subject(finding)}",
        classname=path_of(place),
        file=path_of(place),
        line=str(place.line),
    )
    said = advice(finding)
    if finding.kind.severity is Severity.BROKEN:
        case.append(E.failure(said, message=finding.kind.must, type=finding.kind.name))
    else:
        case.append(E("system-out", said))
    return case
