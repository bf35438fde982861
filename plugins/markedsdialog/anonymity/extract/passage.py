"""What an extractor gives: texts with their places, and what is wrong with the file itself."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a file.

    text: what is written there, entities and escapes resolved; an empty line between blocks.
    part: which part of the file it is: a part of a package, "attributes", "metadata", "".
    starts, lines: at which character which line of the part begins anew, in order; both empty
        where a part has no lines.
    prose: whether people read it as running text, so that every capital must be owed to something.
    data: whether it is a machine's, so that digits and two or three letters together mean nothing.
    """

    text: str
    part: str = ""
    starts: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
    prose: bool = True
    data: bool = False

    def lines_of(self, places: Sequence[int]) -> list[int]:
        """Return the line of the part, counted from 1, on which each of these characters stands."""
        breaks = [match.start() for match in re.finditer("\n", self.text)] if places else []
        starts, lines = (self.starts, self.lines) if self.starts else ((0,), (1,))
        found = []
        for place in places:
            index = max(0, bisect_right(starts, place) - 1)
            passed = bisect_left(breaks, place) - bisect_left(breaks, starts[index])
            found.append(lines[index] + max(0, passed))
        return found


@dataclass(frozen=True, slots=True)
class Fault:
    """Something about a file that closes the gate by itself; rule is one of rules.RULES."""

    rule: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that was found in one file."""

    passages: tuple[Passage, ...] = ()
    faults: tuple[Fault, ...] = ()


def merged(contents: list[Contents], part: str = "") -> Contents:
    """Return several contents as one, as parts of the part given."""
    return Contents(
        tuple(replace(p, part=_join(part, p.part)) for one in contents for p in one.passages),
        tuple(Fault(f.rule, _join(part, f.part)) for one in contents for f in one.faults),
    )


def fault(rule: str, part: str = "") -> Contents:
    """Return the contents of a file that cannot be read further."""
    return Contents(faults=(Fault(rule, part),))


def _join(outer: str, inner: str) -> str:
    return f"{outer}/{inner}" if outer and inner else outer or inner
