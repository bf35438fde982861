"""`markedsdialog approve FILE --by ROLE`: shows every decision, asks, and seals the minutes.

Exit code 0: sealed. 1: not sealed, because the human said no or something must be mended first.
"""

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from markedsdialog.anonymity import gate
from markedsdialog.anonymity.approval import Question, questions
from markedsdialog.anonymity.gate.allowances import Allowance
from markedsdialog.anonymity.private import write
from markedsdialog.anonymity.project import Project, read_project
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.register.read import read_register
from markedsdialog.anonymity.rules import RULES
from markedsdialog.anonymity.seal import Kept, as_yaml, beside, seal
from markedsdialog.anonymity.stated import is_role
from markedsdialog.findings import Finding, Refused, refuse_if_any

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

YES = "ja"


def add_to(subparsers: "Subparsers") -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("approve", help="decide every doubt of minutes and seal them")
    parser.add_argument("file", type=Path, help="minutes below content/dialoger/SLUG/referater/")
    parser.add_argument("--by", required=True, metavar="ROLE", help="a role, never a name")
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the checkout; here by default"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Ask about every doubt, then about the whole, and write the seal."""
    try:
        project = read_project(arguments.project)
        file: Path = arguments.file
        watch = project.watch(_registers(project, file)).within(file.absolute())
        minutes = file.read_bytes()
        _refuse_role(arguments.by, watch)
        asked = questions(minutes, watch)
        _refuse_the_rest(file, watch, asked)
        kept = _decide(asked)
        if kept is None or not _agrees(minutes, len(asked)):
            print("Not sealed.")
            return 1
        _refuse_change(file, minutes)
        now = datetime.now(UTC).astimezone().replace(microsecond=0)
        made = seal(minutes, approved=now, by=arguments.by, kept=kept)
        write(beside(file), as_yaml(made))
    except (Refused, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{beside(file)}: sealed with {len(kept)} decisions")
    return 0


def _registers(project: Project, file: Path) -> tuple[Register, ...]:
    """Return all registers; the one of the file's own dialogue must be there."""
    slug = file.absolute().parent.parent.name
    own = read_register(project.root / "private" / slug / "register.yml")
    return tuple(dict.fromkeys([own, *project.registers()]))


def _refuse_role(role: str, watch: gate.Watch) -> None:
    if not is_role(role, watch):
        raise Refused([_fault(Path("--by"), "minutes are approved by a role, never by a name")])


def _refuse_change(file: Path, minutes: bytes) -> None:
    if file.read_bytes() != minutes:
        raise Refused([_fault(file, "the file must not change while it is being approved")])


def _refuse_the_rest(file: Path, watch: gate.Watch, asked: tuple[Question, ...]) -> None:
    """Raise Refused for all that nobody may approve."""
    today = date.today()  # noqa: DTZ011 - the editor's own day
    open_to_doubt = [
        Allowance(
            rule=question.rule,
            occurrence=question.occurrence,
            reason="asked below",
            role="editor",
            decided=today,
        )
        for question in asked
    ]
    refuse_if_any(
        gate.examine(
            file,
            watch=watch,
            allowances=open_to_doubt,
            remembered=gate.Remembered(),
            today=today,
            is_minutes=lambda _: True,
        )
    )


def _decide(asked: tuple[Question, ...]) -> tuple[Kept, ...] | None:
    """Return what the human keeps, or None as soon as one place may not stand."""
    kept = []
    for number, question in enumerate(asked, start=1):
        print(f"\n{number} of {len(asked)}, line {question.line}: {RULES[question.rule].must}")
        print(f"  … {question.around} …")
        reason = _ask(f"  Why may »{question.word}« stand? (empty: it may not) ")
        if len(reason) < 3:  # noqa: PLR2004 - no reason is shorter
            return None
        kept.append(Kept(rule=question.rule, occurrence=question.occurrence, reason=reason))
    return tuple(kept)


def _agrees(minutes: bytes, decisions: int) -> bool:
    print("\n" + minutes.decode("utf-8"))
    return _ask(f"{decisions} decisions. Is this text without names? ({YES}/nej) ") == YES


def _ask(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        return ""


def _fault(path: Path, must: str) -> Finding:
    return Finding(str(path), 1, "approve/refused", must, "Mend it and approve again")
