"""Where a recogniser saw something: a rule and a place, never the text."""

from typing import NamedTuple


class Match(NamedTuple):
    """One place in a plain text: from start up to but not including end."""

    start: int
    end: int
    rule: str
