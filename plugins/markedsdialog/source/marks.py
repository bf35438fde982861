"""Markdown lines -> the same lines with a mark in front of all that a finding may be about.

Python-Markdown forgets on which line a thing was written. A mark is a line number between two
private-use characters, which no source may hold (see `text.UNSEEN`) and which no Markdown rule
reads. It travels with the text into the tree, where it is read and taken out again.
"""

import re
from collections.abc import Sequence

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_PLACES = re.compile(
    r"""
    (?P<destination> \]\(<? )                              # [text](HERE
    | (?P<definition> ^[ ]{0,3}\[[^\]\n]+\]:[ ]*<?+(?=\S) )  # [name]: HERE
    | (?P<block> ^(?: [ ]*(?![-*_=\ ]+$)                   # - HERE, 1. HERE, # HERE, > - HERE
        (?: (?:[-*+]|\d+\.)[ ]+ | \#{1,6}[ ]* | >[ ]? ) )++
        (?! \| | [ ]{4} | [-*_=+\#\s]*$) )                 # a rule, a row, code stay whole
    | (?P<paragraph> ^(?=[^\W\d_]) )                       # HERE begins a line of prose
    | (?P<tag> (?=<[A-Za-z/!?]) )                          # HERE<tag>
    """,
    re.VERBOSE,
)

_TAG = re.compile(f"{_OPEN}(\\d+){_CLOSE}<")
_SWALLOWED = re.compile(f"\\n[ ]*(?:[-*+]|1\\.)[ ]+{_OPEN}(\\d+){_CLOSE}")


def add(lines: Sequence[str], first_line: int) -> list[str]:
    """Mark every place of `lines`, which begin on line `first_line` of their file."""
    return [
        _PLACES.sub(rf"\g<0>{_OPEN}{number}{_CLOSE}", line, count=_most_places(line))
        for number, line in enumerate(lines, start=first_line)
    ]


def _most_places(line: str) -> int:
    """Return how many places to look for, 0 for all: most lines have one, where they begin."""
    return 0 if "](" in line or "<" in line else 1


def remove(text: str) -> str:
    """Return the text as the editor wrote it."""
    return _MARK.sub("", text) if _OPEN in text else text


def is_cut(text: str) -> bool:
    """Tell whether half a mark is left, because the library cut a broken link in two."""
    return _OPEN in text or _CLOSE in text


def tag_lines(text: str) -> list[int]:
    """Return the line of each tag, comment and declaration in `text`, closed or not."""
    return [int(line) for line in _TAG.findall(text)]


def swallowed_lines(text: str) -> list[int]:
    """Return the line of each list item that Markdown reads as more of the paragraph above."""
    return [int(line) for line in _SWALLOWED.findall(text)]


def last_line(text: str) -> int | None:
    """Return the line that the last mark in `text` tells, or None without a mark."""
    lines = _MARK.findall(text) if _OPEN in text else []
    return int(lines[-1]) if lines else None
