"""A command -> its CPU seconds, its peak memory and its output, as the kernel counts them."""

import os
import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile


@dataclass(frozen=True)
class Measured:
    """cpu: seconds of user and system; peak: megabytes; `ended` is false at the time limit."""

    cpu: float
    peak: float
    output: str
    ended: bool


def measure(command: Sequence[str | Path], limit: float, folder: Path) -> Measured:
    """Run one command in a folder; it is ended after `limit` seconds of wall time."""
    with TemporaryFile() as output:
        process = subprocess.Popen(
            list(map(str, command)), stdout=output, stderr=subprocess.DEVNULL, cwd=folder
        )
        timer = threading.Timer(limit, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    ended = not os.WIFSIGNALED(status)
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text, ended)
