"""Where a recogniser saw something: a rule and a place, never the text."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Match:
    """One place in a plain text: from start up to but not including end."""

    start: int
    end: int
    rule: str
