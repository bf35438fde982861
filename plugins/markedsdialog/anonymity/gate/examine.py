"""A folder -> every sighting in it; what cannot be read is a sighting too."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from markedsdialog.anonymity.extract import kinds
from markedsdialog.anonymity.extract.markup import BREAK
from markedsdialog.anonymity.extract.passage import Passage
from markedsdialog.anonymity.gate.allowances import Allowance
from markedsdialog.anonymity.gate.judge import judge
from markedsdialog.anonymity.gate.remembered import Remembered
from markedsdialog.anonymity.gate.sight import Sighting, sight
from markedsdialog.anonymity.gate.watch import Watch
from markedsdialog.findings import Finding

MINUTES = "referater"


def holds_minutes(path: PurePosixPath) -> bool:
    """Whether a file is minutes or was made from them: it lies in a folder of minutes."""
    return MINUTES in path.parts[:-1]


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything sighted in one file. path: as it may be shown, relative to the root."""

    path: str
    sightings: tuple[Sighting, ...]


def examine(
    root: Path,
    *,
    watch: Watch,
    allowances: Sequence[Allowance],
    remembered: Remembered,
    today: date,
    is_minutes: Callable[[PurePosixPath], bool] = holds_minutes,
) -> tuple[Finding, ...]:
    """Return what must be mended before a file or folder may leave the building, in order.

    is_minutes is asked with absolute paths. Raises OSError when something there cannot be opened;
    whoever calls must then stay closed.
    """
    seen = sightings(root, watch=watch, remembered=remembered, is_minutes=is_minutes)
    return judge(seen, allowances, today)


def sightings(
    root: Path,
    *,
    watch: Watch,
    remembered: Remembered,
    is_minutes: Callable[[PurePosixPath], bool] = holds_minutes,
) -> tuple[Seen, ...]:
    """Return what stands in each file below the root, or in the root when it is a file."""
    files = [root] if root.is_file() else sorted(_files(root))
    if not files:
        return (Seen(".", (Sighting("", 1, "file/nothing"),)),)
    return tuple(
        seen
        for number, file in enumerate(files, start=1)
        for seen in _seen(root, file, number, watch, remembered, is_minutes)
    )


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything that is no folder; a link is not followed but judged."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        else:
            yield entry


def _seen(
    root: Path,
    file: Path,
    number: int,
    watch: Watch,
    remembered: Remembered,
    is_minutes: Callable[[PurePosixPath], bool],
) -> Iterator[Seen]:
    inside = PurePosixPath(file.name if file == root else file.relative_to(root).as_posix())
    place = PurePosixPath(file.absolute().as_posix())
    deny = is_minutes(place)
    watch = watch.within(place) if deny else watch
    named = tuple(_in_name(inside, watch, deny=deny))
    if file.is_symlink():
        found: tuple[Sighting, ...] = (Sighting("", 1, "file/unknown-kind"),)
    else:
        data = file.read_bytes()
        key = _key(data, file.name, watch, deny=deny)
        found = remembered.get(key, lambda: _in_file(file.name, data, watch, deny=deny))
    if named or found:
        shown = f"[file {number} of the folder; its name is withheld]" if named else str(inside)
        yield Seen(shown, (*named, *found))


def _in_name(path: PurePosixPath, watch: Watch, *, deny: bool) -> Iterator[Sighting]:
    stems = [*path.parts[:-1], path.stem]
    yield from sight(Passage(BREAK.join(stems), "name of the file"), watch, deny=deny)


def _in_file(name: str, data: bytes, watch: Watch, *, deny: bool) -> tuple[Sighting, ...]:
    contents = kinds.read(name, data)
    found = {
        Sighting(fault.part, 1, fault.rule, _of_file(fault.rule, data)) for fault in contents.faults
    }
    for passage in contents.passages:
        found.update(sight(passage, watch, deny=deny))
    return tuple(sorted(found))


def _of_file(rule: str, data: bytes) -> str:
    """Return the digest under which a fault of a whole file may be approved."""
    return "sha256:" + hashlib.sha256(rule.encode() + data).hexdigest()


def _key(data: bytes, name: str, watch: Watch, *, deny: bool) -> str:
    facts = f"{name.rpartition('.')[2].lower()}|{deny}|{watch.digest}|".encode()
    return hashlib.sha256(facts + data).hexdigest()
