"""Dates and hours as an editor writes them -> instants in Copenhagen, or why there is none.

The zone is Europe/Copenhagen, the legal time of Denmark. An hour that summer time skips does not
exist, and an hour that winter time repeats has two meanings; a deadline may be neither.
"""

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DECEMBER = 12
MINUTES_REPEATED = 60

_YEAR = "(?:19|20)[0-9]{2}"
"""Years that a municipality can mean; 0226 is a slip, and no clock converts the years 1 or 9999."""

_HOUR = re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}} [0-9]{{2}}:[0-9]{{2}}")
_DAY = re.compile(rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}")
_PERIOD = re.compile(rf"({_YEAR})(?:-Q([1-4])|-([0-9]{{2}})(?:-([0-9]{{2}}))?)?")


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


def as_hour(instant: datetime) -> str:
    """Return the last hour, not after an aware instant, that `parse_hour` reads.

    It is the instant's own minute, but for the hour that winter time repeats: no file can name it.
    Raises ValueError for a year that none can name.
    """
    shown = instant.astimezone(COPENHAGEN).replace(tzinfo=None)
    for minutes in range(MINUTES_REPEATED + 1):
        written = f"{shown - timedelta(minutes=minutes):%Y-%m-%d %H:%M}"
        with suppress(ValueError):
            parse_hour(written)
            return written
    raise ValueError("The year must be one that a file can name")


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
    year, quarter, month, day = match.groups()
    if day:
        exact = parse_day(text)
        return Period(exact, exact)
    if month:
        return _months(int(year), int(month), int(month))
    if quarter:
        return _months(int(year), int(quarter) * 3 - 2, int(quarter) * 3)
    return _months(int(year), 1, 12)


def _months(year: int, first: int, last: int) -> Period:
    if not 1 <= first <= last <= DECEMBER:
        raise ValueError("The month must exist in the calendar")
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def day_in_copenhagen(instant: datetime) -> date:
    """Return the date that a clock in Copenhagen shows at an aware instant."""
    return instant.astimezone(COPENHAGEN).date()


Hour = Annotated[datetime, BeforeValidator(parse_hour)]
Day = Annotated[date, BeforeValidator(parse_day)]
When = Annotated[Period, BeforeValidator(parse_period)]
