"""Holds the table of which room of the package may import which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import markedsdialog

PACKAGE = Path(markedsdialog.__file__).parent
EVERYTHING = None
MAY_IMPORT: dict[str, set[str] | None] = {
    "findings": set(),
    "model": set(),
    "source": {"findings", "model"},
    "site": {"findings", "model", "source"},
    "dialogues": {"findings", "model", "source", "workers"},
    "danish": {"model"},
    "edition": {"danish", "model", "site"},
    "judging": {"findings", "workers"},
    "project": {"dialogues", "findings", "site"},
    "pages": {"danish", "edition", "model"},
    "feeds": {"edition", "model"},
    "search": {"danish", "edition", "model"},
    "engine": {
        "edition",
        "feeds",
        "findings",
        "judging",
        "model",
        "pages",
        "project",
        "search",
        "workers",
    },
    "serving": set(),
    "workers": set(),
    "offline": set(),
    "anonymity": {"findings", "judging", "source", "workers"},
    "links": {"findings", "judging"},
    "history": set(),
    "withdrawal": {"anonymity", "dialogues", "findings", "model", "project", "site", "source"},
    "commands": EVERYTHING,
    "__main__": EVERYTHING,
}
"""Room -> the other rooms that it may import. A room may always import itself."""


def _room(file: Path, package: Path) -> str:
    return file.relative_to(package).parts[0].removesuffix(".py")


def _imported(source: str) -> Iterator[str]:
    """Yield the room of each import of the package; relative imports are refused by ruff."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "markedsdialog":
            names = [f"markedsdialog.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = ["." * node.level + (node.module or "")]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("markedsdialog."))
        if any(name.startswith(".") or name == "markedsdialog" for name in names):
            yield "an import that names no room"


def _used(package: Path) -> dict[str, set[str]]:
    used: dict[str, set[str]] = {}
    for file in package.rglob("*.py"):
        if file != package / "__init__.py":
            room = _room(file, package)
            used.setdefault(room, set()).update(set(_imported(file.read_text("utf-8"))) - {room})
    return used


def _faults(used: dict[str, set[str]], may: dict[str, set[str] | None]) -> list[str]:
    faults = [f"{room} stands in no table" for room in used.keys() - may.keys()]
    faults += [f"{room} is no room" for room in may.keys() - used.keys()]
    for room in used.keys() & may.keys():
        allowed = may[room]
        if allowed is not None:
            faults += [f"{room} may not import {other}" for other in used[room] - allowed]
            faults += [f"{room} need not import {other}" for other in allowed - used[room]]
    return sorted(faults)


def test_each_room_imports_what_the_table_allows_and_all_of_it() -> None:
    assert _faults(_used(PACKAGE), MAY_IMPORT) == []


def test_each_way_to_write_an_import_is_seen() -> None:
    source = "import markedsdialog.a\nfrom markedsdialog import b\nfrom markedsdialog.c.d import e"
    assert list(_imported(source)) == ["a", "b", "c"]
    assert list(_imported("def f():\n    from markedsdialog.late import g")) == ["late"]
    assert list(_imported("import os\nfrom markedsdialogue.a import b")) == []
    assert list(_imported("from . import a")) == ["an import that names no room"]


def test_an_unknown_room_a_forbidden_import_and_an_unused_permission_are_faults() -> None:
    used = {"pages": {"model"}, "new": set[str]()}
    assert _faults(used, {"pages": {"links"}, "gone": set()}) == [
        "gone is no room",
        "new stands in no table",
        "pages may not import model",
        "pages need not import links",
    ]
