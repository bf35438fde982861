"""A site that is built but not yet live -> the findings that keep it from going live.

The engine sends the signal; a judge (a Pelican plugin of ours) answers with findings. The engine
collects the answers of all judges and refuses once. Judges know of the engine only what is here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from blinker import ANY, Signal

from markedsdialog.findings import Finding
from markedsdialog.workers import each

Written = Callable[[str, str], tuple[str, int] | None]
"""A file of the site and a link as it stands in it -> the source file and the line, if known."""


@dataclass(frozen=True, slots=True)
class Built:
    """What judges are given.

    folder: every file that would go live, by its address.
    url: where the site is published, without a final slash.
    written: tells where a link was written.
    minutes: the addresses of attachments that are minutes; pages of minutes lie in `referater/`.
    today: the day in Copenhagen for which the site is made.
    project, content, data: the folders that it was made from.
    """

    folder: Path
    url: str
    written: Written
    minutes: frozenset[str]
    today: date
    project: Path
    content: Path
    data: Path


BUILT = "built"
"""The name in Pelican's context under which a generator leaves what judges are given."""

_built = Signal()


def add_judge(judge: Callable[[Built], Iterable[Finding]]) -> None:
    """Have `judge` asked about every site that is built."""
    _built.connect(judge, weak=False)


def judgement(built: Built) -> list[Finding]:
    """Return the findings of all judges, who work side by side."""
    judges = tuple(_built.receivers_for(ANY))
    answers = each(lambda judge: tuple(judge(built)), judges)
    return [finding for answer in answers for finding in answer]
