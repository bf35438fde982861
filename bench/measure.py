"""Two commands -> what each of them used, run in turn as whole processes."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

KIBI = 1024


def _nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line as a user would type it.

    environment: variables that are set besides those of this process.
    prepare: called before each run; what it uses is not counted.
    """

    argv: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class Usage:
    """What one run used: CPU and wall seconds, and the most memory at one time, in bytes.

    The CPU time is that of the process and of its children, in user and in kernel mode.
    """

    cpu: float
    wall: float
    memory: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """Runs of two commands, the n-th of one beside the n-th of the other."""

    ours: tuple[Usage, ...]
    theirs: tuple[Usage, ...]

    def ratios(self, of: Callable[[Usage], float]) -> list[float]:
        """Return this quantity of ours as a part of theirs, for each pair."""
        return [of(own) / of(other) for own, other in zip(self.ours, self.theirs, strict=True)]


def middle(runs: tuple[Usage, ...]) -> Usage:
    """Return the median of each quantity by itself."""
    return Usage(
        cpu=median(run.cpu for run in runs),
        wall=median(run.wall for run in runs),
        memory=int(median(run.memory for run in runs)),
    )


def in_turn(ours: Command, theirs: Command, runs: int) -> Pairs:
    """Run both commands `runs` times; who goes first alternates.

    Raises CalledProcessError, with what the command wrote, when one of them fails.
    """
    sides: list[tuple[Command, list[Usage]]] = [(ours, []), (theirs, [])]
    for number in range(runs):
        for command, used in sides if number % 2 == 0 else reversed(sides):
            used.append(run(command))
    (_, own), (_, other) = sides
    return Pairs(tuple(own), tuple(other))


def run(command: Command) -> Usage:
    """Run a command to its end; raise CalledProcessError when it fails.

    The kernel counts this process's own memory, at the moment of the start, as the least that the
    command used; so whoever measures must stay small.
    """
    command.prepare()
    environment = {**os.environ, **command.environment}
    with tempfile.TemporaryFile() as written:
        begun = time.perf_counter()
        process = subprocess.Popen(
            command.argv, env=environment, stdout=written, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            written.seek(0)
            output = written.read().decode(errors="replace")
            raise subprocess.CalledProcessError(process.returncode, command.argv, output)
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * KIBI)
