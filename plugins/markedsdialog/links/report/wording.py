"""One finding -> the phrases that all forms of the report share."""

from markedsdialog.links.values import LinkFinding, Place, Source

_PLACES_TOLD = 3


def location(finding: LinkFinding) -> Source | Place:
    """Give where it is mended: the line that an editor wrote, or else the first page."""
    return finding.source or finding.places[0]


def path_of(place: Source | Place) -> str:
    """Give the file of a place, whichever sort it is."""
    return place.path if isinstance(place, Source) else place.page


def subject(finding: LinkFinding) -> str:
    """Name the link and where it leads, if that says more."""
    parts = [finding.where]
    if finding.written:
        parts.append(f"“{finding.written}”")
    if finding.target and finding.target != finding.written:
        parts.append(f"→ {finding.target}")
    return " ".join(parts)


def advice(finding: LinkFinding) -> str:
    """Say what must be true, what was seen, and what to do about it."""
    said = [f"{finding.kind.must[0].upper()}{finding.kind.must[1:]}."]
    if finding.detail:
        said.append(f"{finding.detail}.")
    said.append(f"{finding.kind.mend}.")
    if finding.suggestion:
        said.append(f"Nearest: {finding.suggestion}")
    return " ".join(said)


def spread(finding: LinkFinding) -> str:
    """Say on how many pages one mistake shows, "" when it is one."""
    if finding.count == 1 and finding.source is None:
        return ""
    pages = ", ".join(place.page for place in finding.places[:_PLACES_TOLD])
    more = "…" if finding.count > _PLACES_TOLD else ""
    return f"shows {finding.count} times: {pages}{more}"
