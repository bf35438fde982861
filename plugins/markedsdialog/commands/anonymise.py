"""`markedsdialog anonymise RAW --dialogue SLUG`: raw minutes -> a draft and a list of doubts.

Exit code 0: the draft is written. 1: the input was refused, and nothing was written but, where it
was missing, the register to complete.
"""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from markedsdialog.anonymity.letters import as_yaml as key_as_yaml
from markedsdialog.anonymity.letters import draw, read_letters
from markedsdialog.anonymity.private import Private, private, write, write_private
from markedsdialog.anonymity.project import Project, read_project
from markedsdialog.anonymity.redact.draft import Draft, Settings, draft
from markedsdialog.anonymity.redact.heading import Heading, read_heading
from markedsdialog.anonymity.redact.propose import as_yaml as register_as_yaml
from markedsdialog.anonymity.redact.propose import propose
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.register.read import read_register
from markedsdialog.findings import Finding, Refused

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

LARGEST = 5_000_000
_KINDS = {".md", ".markdown", ".txt"}


def add_to(subparsers: "Subparsers") -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("anonymise", help="raw minutes -> a draft without names")
    parser.add_argument("raw", type=Path, help="raw minutes, Markdown or text, UTF-8")
    parser.add_argument("--dialogue", required=True, metavar="SLUG", help="folder of the dialogue")
    parser.add_argument(
        "--published", type=date.fromisoformat, default=None, help="YYYY-MM-DD; today by default"
    )
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the checkout; here by default"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the draft, the register where there was none, and the private list."""
    try:
        project = read_project(arguments.project)
        folder = private(project.root, arguments.dialogue)
        heading = read_heading(_read_raw(arguments.raw))
        register = _register(project, folder, heading)
        done = _draft(project, folder, heading, register, arguments.published)
        path = _free(project.root, arguments.dialogue, done.name)
        _write(project, folder, path, done)
    except (Refused, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{path}: draft written; {len(done.replacements)} replacements")
    print(f"{folder.register}: the register; complete it and run again if somebody is missing")
    for doubt in done.doubts:
        print(f"{path}: line {doubt.line} of the text: {doubt.about}")
    print(f"Next: markedsdialog approve {path} --by ROLE")
    return 0


def _read_raw(path: Path) -> str:
    if path.suffix.lower() not in _KINDS:
        raise _refused("raw minutes must be Markdown or text", "Save them as .md or .txt")
    if path.stat().st_size > LARGEST:
        raise _refused("raw minutes may hold at most 5 MB", "Divide them")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("raw minutes must be UTF-8 text", "Save them as UTF-8") from None


def _register(project: Project, folder: Private, heading: Heading) -> Register:
    if folder.register.exists():
        return read_register(folder.register)
    proposed = propose(heading, project.allowed.own)
    write_private(project.root, folder.register, register_as_yaml(proposed))
    return read_register(folder.register)


def _draft(
    project: Project, folder: Private, heading: Heading, register: Register, published: date | None
) -> Draft:
    known = {}
    if folder.letters.exists():
        known = read_letters(folder.letters.read_text(encoding="utf-8"), "letters.yml")
    letters = draw((supplier.id for supplier in register.suppliers), known)
    if letters != known:
        write_private(project.root, folder.letters, key_as_yaml(letters))
    settings = Settings(
        letters,
        project.roles,
        project.allowed.own,
        published or date.today(),  # noqa: DTZ011 - the editor's own day
        project.lexicon.is_ordinary,
    )
    return draft(heading, register, settings)


def _free(root: Path, slug: str, name: str) -> Path:
    """Return the path of new minutes; a further meeting with the same supplier is numbered."""
    folder = root / "content" / "dialoger" / slug / "referater"
    number, path = 1, folder / f"{name}.md"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.md"
    return path


def _write(project: Project, folder: Private, path: Path, done: Draft) -> None:
    lines = [f"{r.line}\t{r.rule}\t{r.old!r}\t{r.new}" for r in done.replacements]
    listed = "line\trule\twas\tis\n" + "\n".join(lines) + "\n"
    write_private(project.root, folder.replacements(path.stem), listed)
    write(path, done.text)


def _refused(must: str, mend: str) -> Refused:
    return Refused([Finding("raw minutes", 1, "anonymise/input", must, mend)])
