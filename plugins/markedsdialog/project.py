"""A checkout's `data/` and `content/` -> both as values, or the faults of all files at once."""

from dataclasses import dataclass
from pathlib import Path

from markedsdialog import site
from markedsdialog.dialogues.library import Library, read_library
from markedsdialog.findings import Attempts, Refused


@dataclass(frozen=True, slots=True)
class Project:
    """All that an edition is made from, besides the theme and the instant."""

    data: site.Data
    library: Library


def read_project(content: Path, data: Path) -> Project:
    """Read both folders; raise Refused with every fault that they have."""
    both = Attempts()
    facts = both.attempt(lambda: site.read(data, shown(data)))
    authorities = facts.authorities if facts else None
    library = both.attempt(lambda: read_library(content, authorities, shown(content)))
    if not facts or not library:
        raise Refused(both.findings)
    return Project(facts, library)


def shown(path: Path) -> str:
    """Return the path as findings name it: from the current folder, where it lies inside it."""
    absolute = path.absolute()
    return str(absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else path)
