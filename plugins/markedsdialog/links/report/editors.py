"""A report -> one page for editors, for the build's private folder."""

from itertools import groupby

from lxml import html
from lxml.html import builder as h

from markedsdialog.links.report.text import summary
from markedsdialog.links.report.wording import advice, location, path_of
from markedsdialog.links.values import LinkFinding, Report

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}"
    "code{overflow-wrap:anywhere}"
)


def render_page(report: Report) -> str:
    """Give a page that stands alone: no link leaves it, and nothing is loaded."""
    ordered = sorted(report.findings, key=_file)
    body = [h.H1("Links to mend"), h.P(summary(report))]
    for file, findings in groupby(ordered, _file):
        body += [h.H2(h.CODE(file)), h.TABLE(_headings(), *map(_row, findings))]
    head = h.HEAD(h.META(charset="utf-8"), h.TITLE("Links to mend"), h.STYLE(_STYLE))
    page = h.HTML(head, h.BODY(h.MAIN(*body)), lang="en")
    return html.tostring(page, doctype="<!doctype html>", encoding="unicode") + "\n"


def _headings() -> html.HtmlElement:
    return h.TR(*map(h.TH, ("Line", "Severity", "Link", "What to do", "Times")))


def _file(finding: LinkFinding) -> str:
    return path_of(location(finding))


def _row(finding: LinkFinding) -> html.HtmlElement:
    return h.TR(
        h.TD(str(location(finding).line)),
        h.TD(finding.kind.severity.value),
        h.TD(h.CODE(finding.written or finding.target)),
        h.TD(advice(finding)),
        h.TD(str(finding.count)),
    )
