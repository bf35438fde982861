"""JSON with links in it -> the links: JSON-LD on a page, a web manifest."""

import json
from collections.abc import Iterator

from markedsdialog.links.kinds import UNREADABLE
from markedsdialog.links.values import Collected, Fault, Link, Use

# Terms of schema.org whose value is an address; @id and @context are names, not places.
_LD_TERMS = frozenset(
    [
        "acceptsReservations",
        "acquireLicensePage",
        "archivedAt",
        "associatedMedia",
        "codeRepository",
        "contentUrl",
        "discussionUrl",
        "downloadUrl",
        "embedUrl",
        "hasMap",
        "image",
        "installUrl",
        "item",
        "license",
        "logo",
        "mainEntityOfPage",
        "menu",
        "paymentUrl",
        "photo",
        "publishingPrinciples",
        "relatedLink",
        "replyToUrl",
        "sameAs",
        "serviceUrl",
        "significantLink",
        "thumbnail",
        "thumbnailUrl",
        "ticketToken",
        "trackingUrl",
        "url",
        "usageInfo",
    ]
)
_MANIFEST_TERMS = frozenset({"start_url", "scope", "src", "url", "action"})
_DEPTH = 64  # deeper JSON is no description of a page


def collect_ld(text: str, line: int) -> Collected:
    """Find the links of one JSON-LD script; its first line is `line` of the page."""
    return _collect(text, line, "json-ld", _LD_TERMS, Use.NODE)


def collect_manifest(text: str) -> Collected:
    """Find the links of a web app manifest (W3C Web Application Manifest)."""
    return _collect(text, 1, "manifest", _MANIFEST_TERMS, Use.FETCH)


def _collect(text: str, line: int, where: str, terms: frozenset[str], use: Use) -> Collected:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        below = error.lineno - 1 if isinstance(error, json.JSONDecodeError) else 0
        return Collected(faults=[Fault(UNREADABLE, "", where, line + below)])
    found = _walk(value, "", terms, _DEPTH)
    return Collected(
        links=[
            Link(written, f"{where} {term}", line + _lines_above(text, written), use)
            for term, written in found
        ]
    )


def _walk(value: object, term: str, terms: frozenset[str], depth: int) -> Iterator[tuple[str, str]]:
    if depth == 0:
        return
    match value:
        case str() if term in terms and "{" not in value:  # {name} is a URL template there
            yield term, value
        case list():
            for part in value:
                yield from _walk(part, term, terms, depth - 1)
        case dict():
            for key, part in value.items():
                named = term if key == "@id" and term in ("item", "mainEntityOfPage") else key
                yield from _walk(part, named, terms, depth - 1)


def _lines_above(text: str, written: str) -> int:
    """Count the lines before a value; JSON parsers keep no positions."""
    for spelt in (json.dumps(written, ensure_ascii=False), json.dumps(written)):
        if (at := text.find(spelt)) >= 0:
            return text.count("\n", 0, at)
    return 0
