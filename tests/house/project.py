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
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = Path(__file__).parent / "site"
COMMANDS = Path(sys.executable).parent
PELICAN = str(COMMANDS / "pelican")
MARKEDSDIALOG = str(COMMANDS / "markedsdialog")

INSTANT = 1773144000
"""10 March 2026 at 13.00 in Copenhagen: the very minute at which one deadline of the house ends."""

REAL_INSTANT = 1795521600
"""24 November 2026 at 13.00 in Copenhagen: both real dialogues are out, the example is open."""

DAY = 86_400
SECONDS_A_BUILD_MAY_TAKE = 300


def make_project(folder: Path, source: Path = HOUSE) -> Path:
    """Make a project in a new folder with the content of `source`; return the folder."""
    for name in ("content", "data"):
        shutil.copytree(source / name, folder / name)
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "data" / "words.yml", folder / "data")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    return folder


def run(
    folder: Path, *command: str, at: int = INSTANT, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of the project in its folder, at a stated instant."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(at), "COLUMNS": "200", **(env or {})},
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
