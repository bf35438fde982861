"""Where the register, the key and raw text may stand: private/, git-ignored, and nowhere else."""

import os
from dataclasses import dataclass
from pathlib import Path

from markedsdialog.findings import Finding, Refused

FOLDER = "private"


@dataclass(frozen=True, slots=True)
class Private:
    """The private folder of one dialogue."""

    folder: Path

    @property
    def register(self) -> Path:
        """Return where the people and suppliers stand who must not be named."""
        return self.folder / "register.yml"

    @property
    def letters(self) -> Path:
        """Return where the key stands: which supplier has which letter."""
        return self.folder / "letters.yml"

    def replacements(self, minutes: str) -> Path:
        """Return where the list of what was replaced in these minutes stands."""
        return self.folder / f"{minutes}.replacements.txt"


def private(project: Path, slug: str) -> Private:
    """Return the private folder of a dialogue; raises Refused for a slug that leads elsewhere."""
    if not slug or slug != Path(slug).name or slug.startswith("."):
        raise Refused([_fault("the dialogue must be the name of a folder")])
    return Private(project / FOLDER / slug)


def write_private(project: Path, path: Path, text: str) -> None:
    """Write a file below private/ in one step; raises Refused for any other place."""
    allowed = (project / FOLDER).resolve()
    if allowed.name != FOLDER or not path.resolve().is_relative_to(allowed):
        raise Refused([_fault("what names somebody may only be written below private/")])
    write(path, text, mode=0o600)


def write(path: Path, text: str, mode: int = 0o644) -> None:
    """Write a file so that a kill in the middle leaves the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)  # noqa: PTH105 - says what it is: atomic


def _fault(must: str) -> Finding:
    return Finding(FOLDER, 1, "private/place", must, "Name a dialogue, and keep private/ in place")
