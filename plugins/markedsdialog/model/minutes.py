"""What minutes are: the facts of one supplier meeting, and what was said, without names."""

from dataclasses import dataclass

from markedsdialog.model.fields import Count, FactModel, Slug, Text
from markedsdialog.model.prose import Prose
from markedsdialog.model.time import Day, When
from markedsdialog.model.vocabulary import MeetingForm, MeetingPlace, Side


class Participants(FactModel):
    """How many took part in one role; never who."""

    side: Side
    role: Text
    count: Count


class MinutesFacts(FactModel):
    """The facts of one file in `referater/`."""

    title: Text
    held: When
    duration_minutes: Count | None = None
    form: MeetingForm
    place: MeetingPlace | None = None
    published: Day
    participants: tuple[Participants, ...]
    lots: tuple[Count, ...] = ()
    themes: tuple[Slug, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting; `slug` is its file's name without the ending."""

    slug: str
    facts: MinutesFacts
    prose: Prose
