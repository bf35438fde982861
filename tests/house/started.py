"""A command line -> what the command answered, without the second that Python takes to begin.

The script of the environment's `bin/` is run as it stands, in a process of its own, but one that is
forked from a server which has imported the packages already and has done nothing else.
"""

import multiprocessing
import os
import runpy
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory

IMPORTED = [
    "pelican",
    "markedsdialog.__main__",
    "markedsdialog.engine.generator",
    "markedsdialog.anonymity.plugin",
    "markedsdialog.anonymity.extract.pdf",
    "markedsdialog.links.plugin",
]
COLUMNS = "200"
"""The width of a terminal that breaks no line of an answer; rich asks when it is imported."""


def _server() -> ForkServerContext:
    os.environ["COLUMNS"] = COLUMNS
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(IMPORTED)
    return context


SERVER = _server()


def started(
    command: Sequence[str], folder: Path, env: Mapping[str, str], seconds: int
) -> subprocess.CompletedProcess[str]:
    """Run a script of Python in a folder; raise TimeoutExpired when it takes too long."""
    with TemporaryDirectory() as answers:
        told = Path(answers, "stdout"), Path(answers, "stderr")
        process = SERVER.Process(target=_act, args=(command, folder, dict(env), told))
        process.start()
        process.join(seconds)
        if process.is_alive():
            process.kill()
            raise subprocess.TimeoutExpired(command, seconds)
        code = process.exitcode
        assert code is not None
        return subprocess.CompletedProcess(
            command, code, *(file.read_text("utf-8") for file in told)
        )


def _act(
    command: Sequence[str], folder: Path, env: Mapping[str, str], told: Sequence[Path]
) -> None:
    for number, file in enumerate(told, start=1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), number)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = list(command)
    runpy.run_path(command[0], run_name="__main__")
