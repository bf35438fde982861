"""A dialogue and an instant -> what of it the market may read then, and where it stands.

The instant is an argument everywhere, so that a build is a function of the content and of a
stated time: what is dated later is held back until a build that is made later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from markedsdialog.model.dialogue import Dialogue, DialogueFacts
from markedsdialog.model.time import COPENHAGEN, day_in_copenhagen
from markedsdialog.model.vocabulary import NoticeKind, Status


def is_published(dialogue: Dialogue, at: datetime) -> bool:
    """Tell whether the market may know of the dialogue at an aware instant.

    Where `published` is not stated, the dialogue appears with the first thing that has a date.
    """
    first = dialogue.facts.published or min(_dated(dialogue), default=None)
    return first is not None and first <= day_in_copenhagen(at)


def told(dialogues: Iterable[Dialogue], at: datetime) -> tuple[Dialogue, ...]:
    """Return the dialogues that the market may know of at `at`, without what is dated later."""
    return tuple(as_published(one, at) for one in dialogues if is_published(one, at))


def as_published(dialogue: Dialogue, at: datetime) -> Dialogue:
    """Return the dialogue without all that is dated after an aware instant."""
    today = day_in_copenhagen(at)
    briefing, framework = dialogue.briefing, dialogue.framework
    return replace(
        dialogue,
        facts=_facts_told(dialogue.facts, at),
        briefing=briefing if briefing and _is_out(briefing.facts.published, today) else None,
        framework=framework if framework and _is_out(framework.facts.published, today) else None,
        minutes=tuple(one for one in dialogue.minutes if one.facts.published <= today),
        attachments=tuple(one for one in dialogue.attachments if one.facts.date <= today),
    )


def _is_out(published: date | None, today: date) -> bool:
    return published is None or published <= today


def _facts_told(facts: DialogueFacts, at: datetime) -> DialogueFacts:
    today = day_in_copenhagen(at)
    cancelled = facts.cancelled
    return facts.model_copy(
        update={
            "documents": tuple(one for one in facts.documents if one.date <= today),
            "notices": tuple(one for one in facts.notices if one.date <= today),
            "changes": tuple(one for one in facts.changes if one.time <= at),
            "withdrawn": tuple(one for one in facts.withdrawn if one.time <= at),
            "cancelled": cancelled if cancelled and cancelled.time <= at else None,
        }
    )


def status(dialogue: Dialogue, at: datetime) -> Status:
    """Return where a dialogue `as_published` stands; at the deadline's own minute it is closed."""
    facts = dialogue.facts
    if facts.cancelled:
        return Status.CANCELLED
    if any(notice.kind is NoticeKind.CONTRACT for notice in facts.notices):
        return Status.TENDERED
    if not dialogue.framework and not dialogue.minutes:
        return Status.PLANNED
    if not facts.response_deadline:
        return Status.MINUTES_PUBLISHED if dialogue.minutes else Status.OPEN
    if at < facts.response_deadline:
        return Status.OPEN
    closed = facts.response_deadline.date()
    since = any(minutes.facts.published >= closed for minutes in dialogue.minutes)
    return Status.MINUTES_PUBLISHED if since else Status.ANSWERS_READ


def is_archived(dialogue: Dialogue, at: datetime) -> bool:
    """Tell whether the dialogue is history: tendered, given up, or its contract has begun."""
    start = dialogue.facts.contract.start
    if start and start.first <= day_in_copenhagen(at):
        return True
    return status(dialogue, at) in (Status.TENDERED, Status.CANCELLED)


def updated(dialogue: Dialogue) -> datetime:
    """Return when a dialogue `as_published` last told something new, in Copenhagen time."""
    days = tuple(_dated(dialogue))
    instants = [datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN) for day in days]
    instants += [change.time for change in dialogue.facts.changes]
    instants += [one.time for one in dialogue.facts.withdrawn]
    instants += [dialogue.facts.cancelled.time] if dialogue.facts.cancelled else []
    return max(instants)


def is_dated(dialogue: Dialogue) -> bool:
    """Tell whether anything in the dialogue says when it was published."""
    return any(True for _ in _dated(dialogue))


def _dated(dialogue: Dialogue) -> Iterator[date]:
    facts = dialogue.facts
    texts = (dialogue.briefing, dialogue.framework)
    yield from filter(None, [facts.published, *(text.facts.published for text in texts if text)])
    yield from (minutes.facts.published for minutes in dialogue.minutes)
    yield from (document.date for document in facts.documents)
    yield from (notice.date for notice in facts.notices)
