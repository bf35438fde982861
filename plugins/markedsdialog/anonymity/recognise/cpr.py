"""Text -> places of Danish civil registration numbers (CPR).

The first six digits are a date, DDMMYY. Numbers issued since 2007 need not pass modulus 11
(CPR-kontoret), so that a valid date is enough to alarm. Expects harmless numbers to be masked.
"""

import re
from calendar import monthrange
from collections.abc import Iterator

from markedsdialog.anonymity.recognise.match import Match

RULE = "contact/cpr"
_SHAPE = re.compile(r"(?<![\d.,])([0-7]\d)[. /-]?([01]\d)[. /-]?(\d{2})\s?[-–—. ]?\s?\d{4}(?![\d])")
_LEAP_YEAR = 2000  # without the century, every 29 February may be valid
_REPLACED = 60  # CPR-kontoret's replacement numbers add 60 to the day
_MONTHS = 12


def find(masked: str) -> Iterator[Match]:
    """Yield every run of ten digits that starts with a date."""
    for match in _SHAPE.finditer(masked):
        day, month = int(match[1]), int(match[2])
        if is_date(day, month) or is_date(day - _REPLACED, month):
            yield Match(match.start(), match.end(), RULE)


def is_date(day: int, month: int) -> bool:
    """Whether a year exists that has this day."""
    return 1 <= month <= _MONTHS and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]
