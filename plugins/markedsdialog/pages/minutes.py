"""Minutes -> the view of their own page, and the lines that lead to it from others."""

from dataclasses import dataclass

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.minutes import Minutes
from markedsdialog.model.vocabulary import Side
from markedsdialog.pages.crumb import Crumb
from markedsdialog.pages.facts import Fact


@dataclass(frozen=True, slots=True)
class MinutesLink:
    """A line that leads to minutes."""

    title: str
    address: str
    held: str
    lots: str


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The page of one set of minutes."""

    facts: tuple[Fact, ...]
    themes: tuple[Crumb, ...]
    html: str


def minutes_view(minutes: Minutes, dialogue: Dialogue, edition: Edition) -> MinutesView:
    """Return the view of one set of minutes."""
    base = f"dialoger/{dialogue.slug}/spoergeramme/"
    themes = dialogue.framework.themes if dialogue.framework else ()
    return MinutesView(
        facts=_meeting_facts(minutes, edition),
        themes=tuple(
            Crumb(theme.title, f"{base}#{theme.id}")
            for theme in themes
            if theme.id in minutes.facts.themes
        ),
        html=minutes.prose.html,
    )


def _meeting_facts(minutes: Minutes, edition: Edition) -> tuple[Fact, ...]:
    facts = minutes.facts
    form = edition.say("meeting_form", facts.form)
    place = edition.say("meeting_place", facts.place) if facts.place else ""
    length = facts.duration_minutes
    rows = (
        ("held", (danish.period(facts.held),)),
        ("form", (" ".join(part for part in (form, place) if part),)),
        ("length", (edition.say("minutes", "duration", minutes=length),) if length else ()),
        *((f"side_{side}", _participants(minutes, side, edition)) for side in Side),
        ("lots", (_lots(minutes),) if facts.lots else ()),
        ("published", (danish.day(facts.published),)),
    )
    return tuple(Fact(edition.say("minutes", name), lines) for name, lines in rows if lines)


def _participants(minutes: Minutes, side: Side, edition: Edition) -> tuple[str, ...]:
    return tuple(
        edition.say("minutes", "participants", count=one.count, role=one.role)
        for one in minutes.facts.participants
        if one.side is side
    )


def _lots(minutes: Minutes) -> str:
    return danish.joined([str(number) for number in minutes.facts.lots])


def minutes_links(dialogue: Dialogue) -> tuple[MinutesLink, ...]:
    """Return a line for each set of minutes, in the order of `dialogue.minutes`."""
    return tuple(
        MinutesLink(
            title=one.facts.title,
            address=f"dialoger/{dialogue.slug}/referater/{one.slug}/",
            held=danish.period(one.facts.held),
            lots=_lots(one) if one.facts.lots else "",
        )
        for one in dialogue.minutes
    )
