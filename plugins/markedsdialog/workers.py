"""A function and its inputs -> its results in order, worked out by every processor at once.

Other processes are forked, so that they know all that was read before and nothing has to be sent
to them; only their answers are. Where that cannot be done safely, one process does it all.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from errno import ECHILD
from multiprocessing import get_context
from multiprocessing.connection import Connection
from signal import SIG_IGN, SIGINT, SIGKILL, signal
from typing import Any, TypeVar

Input = TypeVar("Input")
Result = TypeVar("Result")

PR_SET_PDEATHSIG = 1
"""From <linux/prctl.h>."""


def each(function: Callable[[Input], Result], inputs: Iterable[Input]) -> list[Result]:
    """Return what the function makes of each input, and raise what it raises.

    The function may write files, but what it changes in memory is forgotten. Whoever is free takes
    the next input, so the largest come first. Raises ChildProcessError when a helper is killed.
    """
    jobs = tuple(inputs)
    if (count := min(_processors(), len(jobs))) < 2:  # noqa: PLR2004 - one alone
        return [function(job) for job in jobs]
    context, asked_by = get_context("fork"), os.getpid()
    turn = context.Value("i", 0)

    def work() -> dict[int, Result]:
        return {number: function(jobs[number]) for number in _turns(turn, len(jobs))}

    def work_and_send(sender: Connection) -> None:
        _end_with(asked_by)
        signal(SIGINT, SIG_IGN)  # Ctrl-C reaches everybody; the one who asked puts an end to it
        answer: dict[int, Result] | Exception
        try:
            answer = work()
        except Exception as error:  # it is raised again where it was asked for
            answer = error
        sender.send(answer)

    helpers = []
    for _ in range(count - 1):
        receiver, sender = context.Pipe(duplex=False)
        helper = context.Process(target=work_and_send, args=(sender,))
        helper.start()
        sender.close()
        helpers.append((helper, receiver))
    try:
        results = work()
        for _, receiver in helpers:
            results |= _received(receiver)
    finally:
        for helper, _ in helpers:
            helper.terminate()
            helper.join()
    return [results[number] for number in range(len(jobs))]


def _processors() -> int:
    """Return how many processors this process may use; elsewhere than on Linux no fork is safe."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _turns(turn: Any, end: int) -> Iterator[int]:
    """Yield the numbers that nobody else took."""
    while True:
        with turn.get_lock():
            number = turn.value
            turn.value += 1
        if number >= end:
            return
        yield number


def _end_with(process: int) -> None:
    """End this process at once when the one that forked it ends, in whatever way (prctl(2)).

    Else it would go on to write into the folder in which the next build already works.
    """
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, SIGKILL)
    if os.getppid() != process:
        os._exit(1)  # it ended before that could be asked


def _received(receiver: Connection) -> Any:
    try:
        answer = receiver.recv()
    except EOFError:
        raise ChildProcessError(ECHILD, "A process that took part was killed") from None
    if isinstance(answer, Exception):
        raise answer
    return answer
