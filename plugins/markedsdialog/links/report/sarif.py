"""A report -> SARIF 2.1.0 (OASIS), as code hosts show it beside the lines."""

import json
from hashlib import sha256
from urllib.parse import quote

from markedsdialog.links.report.wording import advice, location, path_of, spread, subject
from markedsdialog.links.values import Kind, LinkFinding, Place, Report, Severity, Source

_LEVELS = {Severity.BROKEN: "error", Severity.WARNING: "warning"}


def render_sarif(report: Report) -> str:
    """Give one run whose rules are the kinds that were found."""
    kinds = sorted({finding.kind.name: finding.kind for finding in report.findings}.items())
    rules = [_rule(kind) for _, kind in kinds]
    driver = {"name": "markedsdialog links", "rules": rules}
    results = [_result(finding) for finding in report.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(kind: Kind) -> dict[str, object]:
    return {
        "id": kind.name,
        "shortDescription": {"text": f"{kind.must[0].upper()}{kind.must[1:]}."},
        "help": {"text": f"{kind.mend}."},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(finding: LinkFinding) -> dict[str, object]:
    said = " ".join(filter(None, [subject(finding), advice(finding), spread(finding)]))
    related = finding.places if finding.source else finding.places[1:]
    return {
        "ruleId": finding.kind.name,
        "level": _LEVELS[finding.kind.severity],
        "message": {"text": said},
        "locations": [_location(location(finding))],
        "relatedLocations": [_location(place) for place in related],
        "partialFingerprints": {"link/v1": _fingerprint(finding)},
    }


def _location(place: Source | Place) -> dict[str, object]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path_of(place))},
            "region": {"startLine": place.line},
        }
    }


def _fingerprint(finding: LinkFinding) -> str:
    """Name a finding by what stays when lines move."""
    parts = (finding.kind.name, path_of(location(finding)), finding.written, finding.target)
    return sha256("\n".join(parts).encode()).hexdigest()
