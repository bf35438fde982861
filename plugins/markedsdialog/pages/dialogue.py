"""A dialogue -> the view of its landing page."""

from dataclasses import dataclass

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.pages.documents import Document, documents
from markedsdialog.pages.facts import Fact, fact_box
from markedsdialog.pages.lists import Card, card
from markedsdialog.pages.minutes import MinutesLink, minutes_links
from markedsdialog.pages.taking_part import Contact, TakingPart, contact, taking_part
from markedsdialog.pages.time_plan import Moment, time_plan


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as the market reads it."""

    time: str
    machine: str
    field: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawnRow:
    """A document that was taken out, as the market reads it."""

    time: str
    machine: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoticeLink:
    """A link to a notice on another site."""

    title: str
    kind: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The dialogue's landing page."""

    status: str
    status_name: str
    deadline: str
    cancelled: str
    introduction: str
    facts: tuple[Fact, ...]
    time_plan: tuple[Moment, ...]
    taking_part: TakingPart
    documents: tuple[Document, ...]
    minutes: tuple[MinutesLink, ...]
    changes: tuple[ChangeRow, ...]
    withdrawn: tuple[WithdrawnRow, ...]
    notices: tuple[NoticeLink, ...]
    related: tuple[Card, ...]
    contact: Contact


def overview(dialogue: Dialogue, related: tuple[Dialogue, ...], edition: Edition) -> Overview:
    """Return the landing page's view; `related` are the dialogues that may be shown."""
    facts = dialogue.facts
    stage = edition.status(dialogue)
    return Overview(
        status=edition.say("status", stage),
        status_name=card(dialogue, edition).status_name,
        deadline=danish.hour(facts.response_deadline) if facts.response_deadline else "",
        cancelled=facts.cancelled.reason if facts.cancelled else "",
        introduction=dialogue.introduction.html,
        facts=fact_box(facts, edition),
        time_plan=time_plan(dialogue, edition),
        taking_part=taking_part(dialogue, edition),
        documents=documents(dialogue, edition),
        minutes=minutes_links(dialogue),
        changes=_changes(dialogue, edition),
        withdrawn=_withdrawn(dialogue),
        notices=_notices(dialogue, edition),
        related=tuple(card(one, edition) for one in related),
        contact=contact(dialogue, edition),
    )


def _changes(dialogue: Dialogue, edition: Edition) -> tuple[ChangeRow, ...]:
    newest_first = sorted(dialogue.facts.changes, key=lambda change: change.time, reverse=True)
    return tuple(
        ChangeRow(
            time=danish.hour(one.time),
            machine=one.time.isoformat(),
            field=edition.say("changed_field", one.field),
            old=edition.told(one.field, one.old),
            new=edition.told(one.field, one.new),
            reason=one.reason,
        )
        for one in newest_first
    )


def _withdrawn(dialogue: Dialogue) -> tuple[WithdrawnRow, ...]:
    newest_first = sorted(dialogue.facts.withdrawn, key=lambda one: one.time, reverse=True)
    return tuple(
        WithdrawnRow(danish.hour(one.time), one.time.isoformat(), one.title, one.reason)
        for one in newest_first
    )


def _notices(dialogue: Dialogue, edition: Edition) -> tuple[NoticeLink, ...]:
    return tuple(
        NoticeLink(one.title, edition.say("notice_kind", one.kind), danish.day(one.date), one.url)
        for one in dialogue.facts.notices
    )
