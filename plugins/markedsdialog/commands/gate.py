"""`markedsdialog gate PATH [--register FILE] [--format text|json]`: says whether it may go out.

Exit code 0: nothing was found. 2: the gate is closed, because something was found or because
anything unexpected happened. No message repeats what was found.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from markedsdialog.anonymity import gate
from markedsdialog.anonymity.project import Project, read_project
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.register.read import read_register
from markedsdialog.anonymity.rules import RULES
from markedsdialog.anonymity.seal import Checked
from markedsdialog.findings import Finding, Refused

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

OPEN, CLOSED = 0, 2


def add_to(subparsers: "Subparsers") -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("gate", help="look for names in a file or folder of any kind")
    parser.add_argument("path", type=Path)
    parser.add_argument("--register", type=Path, help="a register; all below private/ by default")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--minutes", action="store_true", help="treat everything as minutes")
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the checkout; here by default"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Examine and print; whatever goes wrong closes the gate."""
    try:
        findings, approvable = _examine(arguments)
    except Refused as refused:
        findings, approvable = refused.findings, ()
    except Exception as error:  # anything unexpected closes the gate, and is told
        findings, approvable = (gate.unexpected(error),), ()
    _PRINT[arguments.format](findings, approvable)
    return CLOSED if findings else OPEN


def _examine(
    arguments: argparse.Namespace,
) -> tuple[tuple[Finding, ...], tuple[tuple[str, gate.Sighting], ...]]:
    project = read_project(arguments.project)
    watch = project.watch(_registers(project, arguments.register))
    remembered = project.remembered("command")
    is_minutes = (lambda _: True) if arguments.minutes else gate.holds_minutes
    seen = gate.sightings(arguments.path, watch=watch, remembered=remembered, is_minutes=is_minutes)
    sealed = tuple(project.seals())
    kept = (one for _, checked in sealed for one in checked.allowances)
    today = date.today()  # noqa: DTZ011 - the editor's own day
    findings = {
        *gate.judge(seen, (*_relevant(project, seen), *kept), today),
        *_unsealed(arguments.path, sealed),
    }
    remembered.save()
    approvable = tuple(
        (one.path, sighting)
        for one in seen
        for sighting in one.sightings
        if RULES[sighting.rule].approvable
    )
    return tuple(sorted(findings)), approvable


def _registers(project: Project, register: Path | None) -> tuple[Register, ...]:
    return project.registers() if register is None else (read_register(register),)


def _unsealed(path: Path, sealed: Iterable[tuple[Path, Checked]]) -> Iterator[Finding]:
    """Yield what is wrong with the seals of the minutes that are examined."""
    for minutes, checked in sealed:
        if minutes.resolve().is_relative_to(path.resolve()):
            yield from checked.findings


def _relevant(project: Project, seen: tuple[gate.Seen, ...]) -> tuple[gate.Allowance, ...]:
    """Return the allowances without those of other files: a part of the site uses not all."""
    met = {s.occurrence for one in seen for s in one.sightings}
    return tuple(one for one in project.allowed.allowances if one.occurrence in met)


def _text(
    findings: tuple[Finding, ...], _approvable: tuple[tuple[str, gate.Sighting], ...]
) -> None:
    for finding in findings:
        print(finding)
    state = f"closed: {len(findings)} findings" if findings else "open"
    print(f"The gate is {state}.", file=sys.stderr)


def _json(findings: tuple[Finding, ...], approvable: tuple[tuple[str, gate.Sighting], ...]) -> None:
    found = [
        {"path": f.path, "line": f.line, "rule": f.rule, "must": f.must, "mend": f.mend}
        for f in findings
    ]
    asked = [
        {"path": path, "part": s.part, "line": s.line, "rule": s.rule, "occurrence": s.occurrence}
        for path, s in approvable
    ]
    print(json.dumps({"open": not findings, "findings": found, "approvable": asked}, indent=2))


_PRINT = {"text": _text, "json": _json}
