"""Command line -> the tables of the benches that it names, or of all of them."""

import argparse
import sys
from types import ModuleType

from bench import anonymity, build, links

BENCHES: tuple[ModuleType, ...] = (build, links, anonymity)


def main() -> int:
    """Run one bench with its options, or every bench as it stands."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    subparsers = parser.add_subparsers(metavar="BENCH")
    for bench in BENCHES:
        bench.add_to(subparsers)
    chosen = [sys.argv[1:]] if sys.argv[1:] else [[name] for name in subparsers.choices]
    for argv in chosen:
        arguments = parser.parse_args(argv)
        print(arguments.run(arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main())
