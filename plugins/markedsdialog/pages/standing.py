"""A standing page -> its view."""

from dataclasses import dataclass

from markedsdialog import danish
from markedsdialog.model.standing import StandingPage


@dataclass(frozen=True, slots=True)
class StandingView:
    """The running text, and when it was last gone through."""

    html: str
    updated: str
    modified: str


def standing_view(page: StandingPage) -> StandingView:
    """Return what the page shows."""
    day = page.facts.updated
    return StandingView(page.prose.html, danish.day(day), day.isoformat())
