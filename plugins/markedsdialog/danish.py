"""Typed values -> the Danish in which the market reads them (Babel's Danish locale)."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, get_currency_symbol

from markedsdialog.model.time import COPENHAGEN, Period

LOCALE = "da"
KILO = 1000
"""A kilobyte of the SI, which is what Danish readers and their systems count in."""


def day(value: date) -> str:
    """Return "17. april 2023"."""
    return _formatted(value, "d. MMMM y")


def hour(value: datetime) -> str:
    """Return "15. december 2026 kl. 12.00", by a clock in Copenhagen."""
    local = value.astimezone(COPENHAGEN)
    return f"{day(local.date())} kl. {clock(local)}"


def clock(value: datetime) -> str:
    """Return "12.00", by a clock in Copenhagen."""
    return value.astimezone(COPENHAGEN).strftime("%H.%M")


def weekday(value: datetime) -> str:
    """Return "tirsdag", by a calendar in Copenhagen."""
    return _formatted(value.astimezone(COPENHAGEN).date(), "EEEE")


def span(start: datetime, end: datetime) -> str:
    """Return "3. december 2026 kl. 10.00-12.00", or both days in full where they differ."""
    if start.date() == end.date():
        return f"{hour(start)}-{clock(end)}"
    return f"{hour(start)} - {hour(end)}"


def period(value: Period) -> str:
    """Return "1. kvartal 2027", "marts 2023", "2027" or a day, as exact as the period is."""
    if value.precision == "day":
        return day(value.first)
    patterns = {"month": "MMMM y", "quarter": "Q. 'kvartal' y", "year": "y"}
    return _formatted(value.first, patterns[value.precision])


@cache
def _formatted(value: date, pattern: str) -> str:
    """Return a date in a pattern of CLDR (UTS 35); a site says few dates many times."""
    return format_date(value, pattern, locale=LOCALE)


def size(octets: int) -> str:
    """Return the size of a file, like "312 kB"; never "0 kB" for a file that holds something."""
    if (rounded := round(octets / KILO)) < KILO:
        return f"{max(1, rounded)} kB"
    return f"{format_decimal(round(octets / KILO / KILO, 1), locale=LOCALE)} MB"


def joined(parts: Sequence[str]) -> str:
    """Return "dansk, engelsk og svensk"."""
    return format_list(list(parts), locale=LOCALE)


def money(amount: int, currency: str) -> str:
    """Return "45.000.000 kr." for whole units of a currency (ISO 4217)."""
    return f"{format_decimal(amount, locale=LOCALE)} {get_currency_symbol(currency, locale=LOCALE)}"
