"""Dates and hours as an editor writes them -> instants in Copenhagen, or why there is none.

The zone is Europe/Copenhagen, the legal time of Denmark. An hour that summer time skips does not
exist, and an hour that winter time repeats has two meanings; a deadline may be neither.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

COPENHAGEN = ZoneInfo("Europe/Copenhagen")

_HOUR = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?")


def parse_hour(text: object) -> datetime:
    """Return the instant that `2026-12-15 12:00` names; ValueError unless there is exactly one."""
    if not isinstance(text, str) or not _HOUR.fullmatch(text):
        raise ValueError("Must be a date with an hour, like 2026-12-15 12:00")
    try:
        written = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("The day and the hour must exist in the calendar") from None
    early, late = (written.replace(tzinfo=COPENHAGEN, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return early
    if early.astimezone(UTC).astimezone(COPENHAGEN).replace(tzinfo=None) == written:
        raise ValueError("The hour must happen once; that night winter time repeats it")
    raise ValueError("The hour must exist; that night summer time skips it")


def parse_day(text: object) -> date:
    """Return the day that `2026-12-15` names; ValueError when the calendar has no such day."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        raise ValueError("Must be a date, like 2026-12-15")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError("The day must exist in the calendar") from None


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month, a quarter or a year: as exact as the contracting authority can be."""

    first: date
    last: date

    @property
    def precision(self) -> str:
        """Return "day", "month", "quarter" or "year"."""
        months = self.last.month - self.first.month + 1
        if self.first == self.last:
            return "day"
        return {1: "month", 3: "quarter", 12: "year"}[months]


def parse_period(text: object) -> Period:
    """Return what `2027`, `2027-Q1`, `2027-03` or `2027-03-31` names; ValueError otherwise."""
    match = _PERIOD.fullmatch(text) if isinstance(text, str) else None
    if not match:
        raise ValueError("Must be a day, a month, a quarter or a year, like 2027-03 or 2027-Q1")
    year, quarter, month, day = (int(part) if part else None for part in match.groups())
    try:
        return _period(year or 0, quarter, month, day)
    except (ValueError, IndexError):
        raise ValueError("The date must exist in the calendar") from None


def _period(year: int, quarter: int | None, month: int | None, day: int | None) -> Period:
    if month and day:
        exact = date(year, month, day)
        return Period(exact, exact)
    start = month or (quarter * 3 - 2 if quarter else 1)
    end = month or (quarter * 3 if quarter else 12)
    return Period(date(year, start, 1), date(year, end, monthrange(year, end)[1]))


def day_in_copenhagen(instant: datetime) -> date:
    """Return the date that a clock in Copenhagen shows at an aware instant."""
    return instant.astimezone(COPENHAGEN).date()


Hour = Annotated[datetime, BeforeValidator(parse_hour)]
Day = Annotated[date, BeforeValidator(parse_day)]
When = Annotated[Period, BeforeValidator(parse_period)]
