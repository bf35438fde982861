"""A finished staging folder -> the live folder, in one step; a failed build leaves it untouched."""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from errno import EWOULDBLOCK
from filecmp import cmp
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.workers import each

Files: TypeAlias = Iterable[tuple[str, bytes]]
"""The addresses of files and what they hold."""

Part: TypeAlias = Callable[[], Files]
"""Files that are made when they are asked for."""


class Stage:
    """A folder into which each file of a site is written once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self._folders: set[Path] = set()

    def fill(self, parts: Iterable[Part]) -> None:
        """Write the files of all parts, several parts at a time; raise what `put` raises.

        Raises Refused with what keeps any part from being made, whichever was tried first.
        """
        findings: list[Finding] = []
        for written in each(self._put_all, parts):
            if isinstance(written, Refused):
                findings += written.findings
            else:
                self.count += written
        refuse_if_any(findings)

    def _put_all(self, part: Part) -> int | Refused:
        count = 0
        try:
            for address, data in part():
                self.put(address, data)
                count += 1
        except Refused as refused:
            return refused
        return count

    def put(self, address: str, data: bytes) -> None:
        """Write the file that a server sends for an address; raise OSError when it cannot be.

        Raises FileExistsError for an address that is taken, and ValueError for one outside.
        """
        if ".." in PurePosixPath(address).parts or address.startswith("/"):
            raise ValueError("an address lies inside the site")
        file = self.folder / address
        if file.parent not in self._folders:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(file.parent)
        with file.open("xb") as opened:
            opened.write(data)


@contextmanager
def staged(live: Path) -> Iterator[Path]:
    """Give an empty folder beside `live`, and put it in the place of `live` on success.

    What a killed build left behind is cleared first. A file whose bytes did not change keeps its
    time, so that browsers and copying programs see what is new. Raises OSError, with `live` as it
    was, when the disk cannot take the site or another build is at work beside it.
    """
    stage, old = live.with_name(f"{live.name}.next"), live.with_name(f"{live.name}.old")
    live.parent.mkdir(parents=True, exist_ok=True)
    with _alone(live):
        _clear_up(live, stage, old)
        stage.mkdir()
        try:
            yield stage
            _keep_times(stage, live)
            _swap(stage, live, old)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise


@contextmanager
def _alone(live: Path) -> Iterator[None]:
    """Keep other builds out of the folder that `live` lies in; its lock ends with the process.

    Two at once would fill one staging folder, and publish a mixture.
    """
    folder = os.open(live.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(folder)
        raise BlockingIOError(EWOULDBLOCK, "Another build is at work", str(live)) from None
    try:
        yield
    finally:
        fcntl.flock(folder, fcntl.LOCK_UN)
        os.close(folder)


def _clear_up(live: Path, stage: Path, old: Path) -> None:
    if old.exists() and not live.exists():
        old.rename(live)
    for rest in (stage, old):
        if rest.exists():
            shutil.rmtree(rest)


def _keep_times(stage: Path, live: Path) -> None:
    for file in stage.rglob("*"):
        before = live / file.relative_to(stage)
        if file.is_file() and before.is_file() and cmp(file, before, shallow=False):
            stamp = before.stat()
            os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def _swap(stage: Path, live: Path, old: Path) -> None:
    if live.exists():
        live.rename(old)
    stage.rename(live)
    shutil.rmtree(old, ignore_errors=True)
