"""Command line -> the exit code of the command that it names."""

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

from markedsdialog.commands import (
    anonymise,
    approve,
    check,
    gate,
    links,
    offline,
    serve,
    withdraw,
)

COMMANDS: tuple[ModuleType, ...] = (
    check,
    serve,
    offline,
    anonymise,
    approve,
    gate,
    withdraw,
    links,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, each other code is explained in the command's own file."""
    parser = argparse.ArgumentParser(prog="markedsdialog", description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add_to(subparsers)
    arguments = parser.parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
