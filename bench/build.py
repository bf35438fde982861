"""`build`: our build beside stock Pelican's, on the same Markdown, from nothing and after an edit.

From nothing: the finished site and all that our side remembers are put out of the way before each
run. They are not deleted until the end, because ext4 is slow to make files for a minute after as
many were deleted. One edit: a sentence is added to one briefing before each run, and a new process
builds what the one before it had built.
"""

import argparse
import json
import shutil
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import content
from bench.measure import Command, in_turn
from bench.report import HEADINGS, machine, pair_rows, table

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".cache" / "bench" / "build"
PELICAN = str(Path(sys.executable).with_name("pelican"))
OUR_SETTINGS = str(ROOT / "pelicanconf.py")
AT = datetime(2027, 1, 1, 12, tzinfo=UTC)
"""The instant for which our side is built; all dialogues are published before it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side's folder, with `content` and `output` in it, and the command that builds it."""

    folder: Path
    command: Command

    def from_nothing(self) -> Command:
        """Return the command, for a site that was never built."""
        return replace(self.command, prepare=self._put_away)

    def after_an_edit(self) -> Command:
        """Return the command, for a site with one more sentence in its first briefing."""
        return replace(self.command, prepare=self._edit)

    def without_gate(self) -> "Side":
        """Return the same side built without the gate."""
        return self._with("without_gate.py")

    def pages_alone(self) -> "Side":
        """Return the same side built without the gate and the link checker."""
        return self._with("pages_alone.py")

    def _with(self, name: str) -> "Side":
        settings = str(Path(__file__).with_name(name))
        argv = tuple(settings if part == OUR_SETTINGS else part for part in self.command.argv)
        environment = {**self.command.environment, "PYTHONPATH": str(ROOT)}
        return replace(self, command=replace(self.command, argv=argv, environment=environment))

    def _put_away(self) -> None:
        for name in ("output", ".cache/gate"):
            if (made := self.folder / name).exists():
                away = self.folder / "away" / str(time.time_ns())
                away.parent.mkdir(exist_ok=True)
                made.rename(away)

    def _edit(self) -> None:
        briefing = min((self.folder / "content").rglob("oplaeg.md"))
        with briefing.open("a", encoding="utf-8") as file:
            file.write("\nOplægget er rettet endnu en gang.\n")

    def require_pages(self, pages: int) -> None:
        """Raise RuntimeError unless so many pages were made; else the figures mean nothing."""
        if (made := len(list((self.folder / "output").rglob("*.html")))) < pages:
            raise RuntimeError(f"{self.folder.name}: {made} pages instead of {pages} or more")


def add_to(subparsers: Any) -> None:
    """Declare the bench."""
    parser = subparsers.add_parser("build", help="our build beside stock Pelican's")
    parser.add_argument("--dialogues", type=int, default=200, help="of five pages each")
    parser.add_argument("--runs", type=int, default=5, help="of each command")
    parser.add_argument("--seed", type=int, default=1, help="of the content")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> str:
    """Make the content, measure both sides, and return the table."""
    shutil.rmtree(WORK, ignore_errors=True)
    ours, theirs = _our_side(), _their_side()
    for dialogue in content.dialogues(arguments.dialogues, arguments.seed):
        content.write_for_us(dialogue, ours.folder / "content")
        content.write_for_stock_pelican(dialogue, theirs.folder / "content")
    full = in_turn(ours.from_nothing(), theirs.from_nothing(), arguments.runs)
    for side in (ours, theirs):
        side.require_pages(arguments.dialogues * content.PAGES_A_DIALOGUE)
    edited = in_turn(ours.after_an_edit(), theirs.after_an_edit(), arguments.runs)
    alone = in_turn(ours.pages_alone().from_nothing(), theirs.from_nothing(), arguments.runs)
    ungated = ours.without_gate()
    with_and_without = in_turn(ours.from_nothing(), ungated.from_nothing(), arguments.runs)
    edited_so = in_turn(ours.after_an_edit(), ungated.after_an_edit(), arguments.runs)
    sides, gate = ("Markedsdialog", "stock Pelican"), ("with the gate", "without it")
    rows = (
        *pair_rows("From nothing", full, sides),
        *pair_rows("One edit", edited, sides),
        *pair_rows("From nothing, unjudged", alone, sides),
        *pair_rows("From nothing", with_and_without, gate),
        *pair_rows("One edit", edited_so, gate),
    )
    pages = arguments.dialogues * content.PAGES_A_DIALOGUE
    about = f"{arguments.dialogues} dialogues, {pages:,} pages; medians of {arguments.runs} runs"
    return f"{table(HEADINGS, rows)}\n\n{about}; {machine()}."


def _our_side() -> Side:
    """Return our build, with the data and the standing pages of this checkout."""
    folder = WORK / "ours"
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "content" / "sider", folder / "content" / "sider")
    (folder / "data" / "authorities.yml").write_text(content.AUTHORITIES, "utf-8")
    (folder / "data" / "allowances.yml").write_text(content.ALLOWANCES, "utf-8")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "words").symlink_to(ROOT / ".cache" / "words")
    places = {"PROJECT_PATH": folder, "DATA_PATH": folder / "data"}
    settings = [f"{name}={json.dumps(str(path))}" for name, path in places.items()]
    command = Command(
        argv=(*_pelican(folder, Path(OUR_SETTINGS)), "--extra-settings", *settings),
        environment={"SOURCE_DATE_EPOCH": str(int(AT.timestamp()))},
    )
    return Side(folder, command)


def _their_side() -> Side:
    folder = WORK / "theirs"
    return Side(folder, Command(_pelican(folder, Path(__file__).with_name("stock_pelican.py"))))


def _pelican(folder: Path, settings: Path) -> tuple[str, ...]:
    """Return the command line that both sides begin with."""
    content_to_output = str(folder / "content"), "--output", str(folder / "output")
    return PELICAN, *content_to_output, "--settings", str(settings)
