"""One written file -> what the judge keeps of it: a digest, its anchors, numbers of its targets."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from markedsdialog.links import kinds
from markedsdialog.links.address import standpoint
from markedsdialog.links.addresses import Addresses, Numbers
from markedsdialog.links.collect import collect
from markedsdialog.links.values import Collected, Fault, Kind, Occurrence, Target

_SEPARATOR = "\0"  # stands in no id: HTML parsers replace it
_MOST_ON_A_PAGE = 1000  # mistakes that are told of one page
_LARGEST = 100_000_000  # bytes; larger files are named and not read


@dataclass(frozen=True, slots=True)
class Facts:
    """What is kept of a file.

    joined_anchors: None when fragments of its sort of file mean other things.
    targets: numbers of the site's addresses, each once.
    at_fault: whether the file is wrong in itself, as with an id that stands twice.
    """

    digest: bytes
    joined_anchors: str | None
    targets: Numbers
    links: int
    at_fault: bool

    @property
    def anchors(self) -> frozenset[str] | None:
        """Give the names that a fragment may point to."""
        joined = self.joined_anchors
        return None if joined is None else frozenset(joined.split(_SEPARATOR))


class Files:
    """Reads the files below a root; what cannot be read is a fault and no error."""

    def __init__(self, root: Path, addresses: Addresses) -> None:
        self._root = root
        self._addresses = addresses

    def facts(self, path: str, former: Facts | None = None) -> Facts:
        """Read one file; give back `former` when its bytes are the same."""
        data = self._bytes(path)
        digest = blake2b(data or b"", digest_size=16).digest()
        if former is not None and former.digest == digest:
            return former
        collected = _collect(path, data)
        anchors = collected.anchors
        here = standpoint(self._addresses.site, path, collected.base)
        return Facts(
            digest=digest,
            joined_anchors=None if anchors is None else _SEPARATOR.join(anchors),
            targets=self._addresses.of_links(here, collected.links),
            links=len(collected.links),
            at_fault=bool(collected.faults),
        )

    def wrong(self, path: str, verdicts: Sequence[Kind | None]) -> tuple[Occurrence, ...]:
        """Read one file for the lines of what is wrong with it."""
        collected = _collect(path, self._bytes(path))
        faults = [Occurrence(*fault, None, 1) for fault in collected.faults[:_MOST_ON_A_PAGE]]
        return (*self._wrong_links(path, collected, verdicts), *faults)

    def line_of(self, path: str, target: Target) -> int:
        """Give the line of a file's first link to a target, 1 when there is none."""
        collected = _collect(path, self._bytes(path))
        here = standpoint(self._addresses.site, path, collected.base)
        numbers = self._addresses.each(here, collected.links)
        for link, number in zip(collected.links, numbers, strict=True):
            if self._addresses.targets[number] == target:
                return link.line
        return 1

    def _wrong_links(
        self, path: str, collected: Collected, verdicts: Sequence[Kind | None]
    ) -> Iterator[Occurrence]:
        here = standpoint(self._addresses.site, path, collected.base)
        first: dict[tuple[int, str, str], int] = {}
        times: Counter[tuple[int, str, str]] = Counter()
        numbers = self._addresses.each(here, collected.links)
        for link, number in zip(collected.links, numbers, strict=True):
            key = (number, link.written, link.where)
            if verdicts[number] and (key in first or len(first) < _MOST_ON_A_PAGE):
                first.setdefault(key, link.line)
                times[key] += 1
        for (number, written, where), line in first.items():
            if kind := verdicts[number]:
                target = self._addresses.targets[number]
                yield Occurrence(kind, written, where, line, target, times[number, written, where])

    def _bytes(self, path: str) -> bytes | None:
        """Give a file's bytes, None when it cannot be read or is too large to be a page."""
        try:
            file = self._root / path
            return file.read_bytes() if file.stat().st_size <= _LARGEST else None
        except OSError:
            return None


def _collect(path: str, data: bytes | None) -> Collected:
    if data is None:
        return Collected(faults=[Fault(kinds.UNREADABLE, "", "file", 1)])
    return collect(path, data)
