"""data/link-exceptions.yml -> addresses that are right though no program can see it."""

from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from markedsdialog.findings import Finding, Refused
from markedsdialog.links.kinds import EXCEPTION_EXPIRED, EXCEPTION_UNUSED
from markedsdialog.links.values import Kind, LinkFinding, Place, Source

_MEND = "Write url, reason, owner and until (a date)"


class Exemption(BaseModel):
    """One entry: `url` may hold * and ?; it holds until the end of the day `until`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(min_length=1)
    reason: str = Field(min_length=1)
    owner: str = Field(min_length=1)
    until: date
    line: int

    def covers(self, address: str) -> bool:
        """Tell whether the entry is about an address."""
        return address == self.url or fnmatchcase(address, self.url)


def read_exemptions(file: Path) -> tuple[Exemption, ...]:
    """Read the file; none is no exceptions. Raises Refused with every fault in it."""
    if not file.exists():
        return ()
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Refused([_refusal(file, 1, "the file must be YAML")]) from error
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise Refused([_refusal(file, 1, "the file must be a list of exceptions")])
    entries = [_entry(file, node) for node in root.value]
    if faults := [each for each in entries if isinstance(each, Finding)]:
        raise Refused(faults)
    return tuple(each for each in entries if isinstance(each, Exemption))


def _entry(file: Path, node: yaml.Node) -> Exemption | Finding:
    line = node.start_mark.line + 1
    value = yaml.SafeLoader("").construct_document(node)
    if not isinstance(value, dict) or "line" in value:
        return _refusal(file, line, "an exception must hold url, reason, owner and until")
    try:
        return Exemption(**{**value, "line": line})
    except ValidationError as error:
        keys = sorted({str(fault["loc"][0]) for fault in error.errors()})
        return _refusal(file, line, f"an exception must be right in {', '.join(keys)}")


def _refusal(file: Path, line: int, must: str) -> Finding:
    return Finding(
        file.as_posix(), line, "links/exception", must, "Write url, reason, owner, until"
    )


def wrong_exemptions(
    exemptions: Iterable[Exemption], addresses: Iterable[str], file: Path, today: date
) -> Iterator[LinkFinding]:
    """Find entries that have outlived their date, or that cover no link of the site."""
    known = list(addresses)
    for each in exemptions:
        if each.until < today:
            yield _finding(EXCEPTION_EXPIRED, each, file, f"It ended on {each.until}")
        elif not any(map(each.covers, known)):
            yield _finding(EXCEPTION_UNUSED, each, file, "No page links there")


def _finding(kind: Kind, each: Exemption, file: Path, detail: str) -> LinkFinding:
    source = Source(file.as_posix(), each.line)
    place = Place(source.path, source.line)
    return LinkFinding(kind, each.url, "exception", "", (place,), 1, source, detail=detail)
