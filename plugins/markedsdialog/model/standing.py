"""What a standing page is: text that belongs to the site and not to one dialogue."""

from dataclasses import dataclass

from markedsdialog.model.fields import FactModel, Text
from markedsdialog.model.prose import Prose
from markedsdialog.model.time import Day


class StandingFacts(FactModel):
    """The facts of a file in `content/sider/`."""

    title: Text
    lead: Text
    updated: Day


@dataclass(frozen=True, slots=True)
class StandingPage:
    """One page; `slug` is its file's name without the ending, and its address."""

    slug: str
    facts: StandingFacts
    prose: Prose
