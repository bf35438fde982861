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
from markedsdialog.anonymity.gate.sight import Seen, Sighting, sight
from markedsdialog.anonymity.gate.watch import Watch
from markedsdialog.findings import Finding
from markedsdialog.workers import each

MINUTES = "referater"


def holds_minutes(path: PurePosixPath) -> bool:
    """Whether a file is minutes or was made from them: it lies in a folder of minutes."""
    return MINUTES in path.parts[:-1]


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
    looks = each(lambda file: _look(root, file, watch, remembered, is_minutes), files)
    for look in looks:
        if look.key:
            remembered.keep(look.key, look.inside)
    return tuple(
        look.seen(number) for number, look in enumerate(looks, start=1) if look.name or look.inside
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """What was sighted in a file's name and in the file; key: under which that is remembered."""

    path: str
    name: tuple[Sighting, ...]
    inside: tuple[Sighting, ...]
    key: str

    def seen(self, number: int) -> Seen:
        """Return both; a name that names somebody is not shown."""
        withheld = f"[file {number} of the folder; its name is withheld]"
        return Seen(withheld if self.name else self.path, (*self.name, *self.inside))


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything that is no folder; a link is not followed but judged."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        else:
            yield entry


def _look(
    root: Path,
    file: Path,
    watch: Watch,
    remembered: Remembered,
    is_minutes: Callable[[PurePosixPath], bool],
) -> _Look:
    path = PurePosixPath(file.name if file == root else file.relative_to(root).as_posix())
    place = PurePosixPath(file.absolute().as_posix())
    deny = is_minutes(place)
    watch = watch.within(place) if deny else watch
    name = tuple(_in_name(path, watch, deny=deny))
    if file.is_symlink():
        return _Look(str(path), name, (Sighting("", 1, "file/unknown-kind"),), "")
    data = file.read_bytes()
    key = _key(data, file.name, watch, deny=deny)
    known = remembered.get(key)
    inside = _in_file(file.name, data, watch, deny=deny) if known is None else known
    return _Look(str(path), name, inside, key)


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
