"""A number and a command line -> the command, ended without a word before its n-th change.

A change is a file that is opened for writing, renamed or removed below content/, and each half of
the swap of the site. An audit hook (PEP 578) sees them all, whatever the program does.
"""

import os
import sys
from typing import Any

from markedsdialog.__main__ import main

KILLED = 9
FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CONTENT, LIVE = os.path.abspath("content"), os.path.abspath("output")  # noqa: PTH100 - as text


class Killer:
    """Counts changes, and ends the process before one of them."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.is_change(event, arguments):
            if not self.left:
                os._exit(KILLED)
            self.left -= 1

    def is_change(self, event: str, arguments: tuple[Any, ...]) -> bool:
        """Tell whether an event is about to change what is watched."""
        if event == "open":
            _, _, flags = arguments
            if not flags or not flags & FOR_WRITING:
                return False
        elif event not in ("os.rename", "os.remove"):
            return False
        path = os.path.abspath(str(arguments[0]))  # noqa: PTH100 - as text
        return path.startswith(CONTENT) or path in (LIVE, f"{LIVE}.next")


if __name__ == "__main__":
    sys.addaudithook(Killer(int(sys.argv[1])))
    sys.exit(main(sys.argv[2:]))
