"""A command that may never end -> what it used and wrote, up to a limit of time."""

import os
import signal
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


_GRACE = 5  # seconds, for a tool to print what it has when it is interrupted


def measure(command: Sequence[str | Path], limit: float, folder: Path) -> Measured:
    """Run one command in a folder; after `limit` seconds of wall time it is interrupted."""
    with TemporaryFile() as output:
        process = subprocess.Popen(
            list(map(str, command)), stdout=output, stderr=subprocess.DEVNULL, cwd=folder
        )
        timers = [
            threading.Timer(limit, process.send_signal, [signal.SIGINT]),
            threading.Timer(limit + _GRACE, process.kill),
        ]
        for timer in timers:
            timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        ended = timers[0].is_alive()
        for timer in timers:
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text, ended)
