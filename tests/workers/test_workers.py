"""Several processes give what one would: every answer in its place, every fault, no hanging."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from markedsdialog import workers
from markedsdialog.findings import Finding, Refused
from markedsdialog.workers import each

FINDING = Finding("content/x.md", 3, "some/rule", "It must be so", "Mend it")


@pytest.fixture(params=[1, 2, 5])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(workers, "_processors", lambda: request.param)
    return int(request.param)


@pytest.mark.usefixtures("processors")
@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_answers_stand_in_the_order_of_their_inputs(count: int) -> None:
    assert each(lambda number: number * 2, range(count)) == [number * 2 for number in range(count)]


def test_all_processes_take_part(processors: int) -> None:
    def waiting(_: int) -> int:
        time.sleep(0.05)
        return os.getpid()

    assert len(set(each(waiting, range(40)))) == processors


@pytest.mark.usefixtures("processors")
@pytest.mark.parametrize("where", [0, 20, 39])
def test_a_refusal_is_raised_with_its_findings_wherever_it_came_from(where: int) -> None:
    def refusing(number: int) -> int:
        time.sleep(0.002)
        if number == where:
            raise Refused([FINDING])
        return number

    with pytest.raises(Refused) as refused:
        each(refusing, range(40))
    assert refused.value.findings == (FINDING,)


@pytest.mark.usefixtures("processors")
def test_a_full_disk_is_told_with_its_file() -> None:
    def writing(_: int) -> int:
        raise OSError(28, "No space left on device", "output/index.html")

    with pytest.raises(OSError, match="No space left") as raised:
        each(writing, range(40))
    assert raised.value.filename == "output/index.html"


def test_a_helper_that_is_killed_is_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    me = os.getpid()

    def dying(number: int) -> int:
        if os.getpid() != me:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.05)
        return number

    with pytest.raises(ChildProcessError, match="was killed"):
        each(dying, range(20))


KILLED = """
import os, signal, sys, time
from markedsdialog import workers
workers._processors = lambda: 3
me = os.getpid()
def work(number):
    if os.getpid() == me:
        print("ready", flush=True)
    time.sleep(60)
workers.each(work, range(9))
"""


def test_helpers_end_when_the_one_who_asked_is_killed() -> None:
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout is not None
        assert asking.stdout.readline() == "ready\n"
        helpers = [int(line) for line in _children(asking.pid)]
        assert len(helpers) == 2
        asking.kill()
    deadline = time.monotonic() + 30
    while any(_lives(helper) for helper in helpers):
        assert time.monotonic() < deadline, "a helper outlives the build that it worked for"
        time.sleep(0.05)


def _children(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()


def _lives(process: int) -> bool:
    """Whether it runs; a dead one that nobody has asked for is no longer at work."""
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
