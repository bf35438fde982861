"""Wrong links page by page -> one finding for each mistake, with the line an editor wrote."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markedsdialog.links.values import (
    Inside,
    Kind,
    LinkFinding,
    Occurrence,
    Outside,
    Place,
    Severity,
    Source,
    SourceMap,
    Target,
)

_PLACES_SHOWN = 20
_LONGEST_LINK = 300
_PERSONAL = re.compile(
    r"\s*(mailto|tel|sms|fax):.*|([a-z]+:/*)[^/?#]*@.*", re.IGNORECASE | re.DOTALL
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffe\uffff]")
_Key = tuple[str, Source | str, str]


@dataclass(slots=True)
class _Mistake:
    """A finding while its places are gathered."""

    first: Occurrence
    source: Source | None
    places: list[Place] = field(default_factory=list)
    count: int = 0


def group(
    pages: Mapping[str, Iterable[Occurrence]],
    sources: SourceMap | None,
    suggest: Callable[[Target | None], str],
) -> Iterator[LinkFinding]:
    """Join what comes from one line of one source, or else what leads to one target."""
    mistakes: dict[_Key, _Mistake] = {}
    for page in sorted(pages):
        for one in pages[page]:
            source = sources(page, one.written) if sources else None
            subject = shown(one.target) or one.written or page
            key = (one.kind.name, source or one.where, subject)
            mistake = mistakes.setdefault(key, _Mistake(one, source))
            mistake.count += one.times
            if len(mistake.places) < _PLACES_SHOWN:
                mistake.places.append(Place(printable(page), one.line))
    ordered = sorted(mistakes.values(), key=lambda each: _order(each.first.kind, each))
    for mistake in ordered:
        yield _finding(mistake, suggest(mistake.first.target))


def _order(kind: Kind, mistake: _Mistake) -> tuple[bool, str, str, int]:
    place = mistake.source or Source(mistake.places[0].page, mistake.places[0].line)
    return kind.severity is not Severity.BROKEN, kind.name, place.path, place.line


def _finding(mistake: _Mistake, suggestion: str) -> LinkFinding:
    first = mistake.first
    return LinkFinding(
        kind=first.kind,
        written=without_person(first.written),
        where=first.where,
        target=shown(first.target),
        places=tuple(mistake.places),
        count=mistake.count,
        source=mistake.source,
        suggestion=printable(suggestion),
    )


def shown(target: Target | None) -> str:
    """Give a target as reports name it, "" when it is nowhere."""
    match target:
        case Inside(path, fragment):
            return printable(f"/{path}#{fragment}" if fragment else f"/{path}")
        case Outside(url):
            return url
    return ""


def without_person(written: str) -> str:
    """Give a link as written, but for the mail address, number or user name it may hold."""
    if match := _PERSONAL.fullmatch(written):
        return f"{match[1]}:…" if match[1] else f"{match[2]}…@…"
    text = printable(written)
    return text if len(text) <= _LONGEST_LINK else f"{text[:_LONGEST_LINK]}…"


def printable(text: str) -> str:
    """Spell what no report can hold: control characters, and bytes of other encodings."""
    visible = _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
    return visible.encode("utf-8", "backslashreplace").decode()
