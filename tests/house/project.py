"""The checkout's wiring and theme, and an invented municipality's content -> a project to build.

The content is in `site/` beside this file: a dialogue in every state, one of each kind of page,
and things that are still held back, each of which says "tilbageholdt". A project is built by the
real command in a process of its own, because Pelican keeps its receivers for as long as it lives.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from house.started import COLUMNS, started

from markedsdialog.anonymity.private import write
from markedsdialog.anonymity.seal import as_yaml, beside, seal

ROOT = Path(__file__).parents[2]
HOUSE = Path(__file__).parent / "site"
COMMANDS = Path(sys.executable).parent
PELICAN = str(COMMANDS / "pelican")
MARKEDSDIALOG = str(COMMANDS / "markedsdialog")

INSTANT = 1773144000
"""10 March 2026 at 13.00 in Copenhagen: the very minute at which one deadline of the house ends."""

REAL_INSTANT = 1795521600
"""24 November 2026 at 13.00 in Copenhagen: both real dialogues are out, the example is open."""

APPROVED = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = 86_400
SECONDS_A_BUILD_MAY_TAKE = 300


def make_project(folder: Path, source: Path = HOUSE) -> Path:
    """Make a project in a new folder with the content of `source`; return the folder."""
    for name in ("content", "data"):
        shutil.copytree(source / name, folder / name)
    shutil.copytree(ROOT / "theme", folder / "theme")
    for name in ("words.yml", "roles.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    (folder / ".cache").mkdir()
    (folder / ".cache" / "words").symlink_to(ROOT / ".cache" / "words")
    seal_all(folder)
    return folder


def seal_all(folder: Path) -> None:
    """Seal the minutes that have no seal, as an officer who has read them would."""
    for minutes in folder.glob("content/dialoger/*/referater/*.md"):
        if not beside(minutes).exists():
            made = seal(minutes.read_bytes(), approved=APPROVED, by="fuldmægtig", kept=())
            write(beside(minutes), as_yaml(made))


def run(
    folder: Path, *command: str, at: int = INSTANT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of the project in its folder, at a stated instant."""
    told = {**os.environ, "SOURCE_DATE_EPOCH": str(at), "COLUMNS": COLUMNS, **(env or {})}
    if command[0] in (PELICAN, MARKEDSDIALOG) or command[0].endswith(".py"):
        return started(command, folder, told, SECONDS_A_BUILD_MAY_TAKE)
    return subprocess.run(
        command,
        cwd=folder,
        env=told,
        capture_output=True,
        text=True,
        timeout=SECONDS_A_BUILD_MAY_TAKE,
        check=False,
    )


def build(folder: Path, *, at: int = INSTANT) -> Path:
    """Build the project, which must succeed; return the folder of the site."""
    done = run(folder, PELICAN, "content", at=at)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return folder / "output"


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def replace(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which must stand in the file exactly once."""
    text = file.read_text("utf-8")
    if text.count(old) != 1:
        raise AssertionError(f"{old!r} stands {text.count(old)} times in {file.name}")
    file.write_text(text.replace(old, new), "utf-8")
