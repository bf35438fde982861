"""A dialogue -> its time plan: every date that a supplier may have to act on, in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue, Meeting
from markedsdialog.model.time import COPENHAGEN, Period, day_in_copenhagen


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the time plan; `machine` is the HTML time, `sort` only puts lines in order."""

    sort: datetime
    label: str
    text: str
    machine: str
    is_past: bool
    is_deadline: bool = False
    details: tuple[str, ...] = ()


def time_plan(dialogue: Dialogue, edition: Edition) -> tuple[Moment, ...]:
    """Return the lines in order of time; a deadline that nobody told is said to be so."""
    return tuple(sorted(_moments(dialogue, edition), key=lambda moment: moment.sort))


def _moments(dialogue: Dialogue, edition: Edition) -> Iterator[Moment]:
    facts = dialogue.facts
    make = _Maker(edition)
    if facts.published:
        yield make.day("published", facts.published)
    if facts.question_deadline:
        yield make.hour("question_deadline", facts.question_deadline, is_deadline=True)
    if facts.response_deadline:
        yield make.hour("response_deadline", facts.response_deadline, is_deadline=True)
    yield from (make.meeting(meeting) for meeting in facts.meetings)
    yield from (make.day("minutes_published", one.facts.published) for one in dialogue.minutes)
    if facts.minutes_expected:
        yield make.period("minutes_expected", facts.minutes_expected)
    if facts.tender_notice_expected:
        yield make.period("tender_notice_expected", facts.tender_notice_expected)
    if facts.contract.start:
        yield make.period("contract_start", facts.contract.start)
    if facts.cancelled:
        yield make.hour("cancelled", facts.cancelled.time)


@dataclass(frozen=True, slots=True)
class _Maker:
    edition: Edition

    def hour(self, name: str, at: datetime, *, is_deadline: bool = False) -> Moment:
        text = f"{danish.weekday(at)} {danish.hour(at)}"
        return Moment(at, self.say(name), text, at.isoformat(), at <= self.edition.at, is_deadline)

    def day(self, name: str, day: date) -> Moment:
        return Moment(
            _last_minute(day), self.say(name), danish.day(day), day.isoformat(), day <= self.today
        )

    def period(self, name: str, period: Period) -> Moment:
        machine = period.first.isoformat()
        machine = {"day": machine, "month": machine[:7], "year": machine[:4]}.get(
            period.precision, ""
        )
        over = period.last < self.today
        return Moment(
            _last_minute(period.first), self.say(name), danish.period(period), machine, over
        )

    def meeting(self, meeting: Meeting) -> Moment:
        online = self.say("online") if meeting.online else None
        details = [part for part in (meeting.place, online) if part]
        if sign_up := meeting.sign_up:
            before = danish.hour(sign_up.before)
            details.append(self.say("sign_up", before=before, mailbox=sign_up.mailbox))
        text = f"{danish.weekday(meeting.start)} {danish.span(meeting.start, meeting.end)}"
        machine = meeting.start.isoformat()
        return Moment(
            meeting.start,
            meeting.title,
            text,
            machine,
            meeting.end <= self.edition.at,
            details=tuple(details),
        )

    def say(self, name: str, **values: object) -> str:
        return self.edition.say("time_plan", name, **values)

    @property
    def today(self) -> date:
        return day_in_copenhagen(self.edition.at)


def _last_minute(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), COPENHAGEN)
