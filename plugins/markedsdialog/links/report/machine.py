"""A report -> JSON, one object for each finding."""

import json

from markedsdialog.links.report.text import summary
from markedsdialog.links.values import LinkFinding, Report


def render_json(report: Report) -> str:
    """Give `{"summary", "files", "links", "broken", "warnings", "findings": [...]}`.

    A finding holds kind, severity, page and line of the first place, link as written, where it
    stands, target, source (file and line, or null), suggestion, detail, count, and the first
    places.
    """
    whole = {
        "summary": summary(report),
        "files": report.files,
        "links": report.links,
        "broken": report.broken,
        "warnings": report.warnings,
        "findings": [_object(finding) for finding in report.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _object(finding: LinkFinding) -> dict[str, object]:
    first, source = finding.places[0], finding.source
    return {
        "kind": finding.kind.name,
        "severity": finding.kind.severity.value,
        "page": first.page,
        "line": first.line,
        "link": finding.written,
        "where": finding.where,
        "target": finding.target,
        "source": {"file": source.path, "line": source.line} if source else None,
        "suggestion": finding.suggestion,
        "detail": finding.detail,
        "count": finding.count,
        "places": [{"page": place.page, "line": place.line} for place in finding.places],
    }
