"""What the rooms of the link checker hand to each other: frozen values, nothing that acts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Use(Enum):
    """What a link is for, as far as it changes what is right."""

    VISIT = "visit"  # a reader follows it
    FETCH = "fetch"  # the page loads it
    ABSOLUTE = "absolute"  # read by machines that do not know the page's own address
    NODE = "node"  # names a thing: the page must exist, its fragment need not


class Severity(Enum):
    """Whether a finding stops a publication."""

    BROKEN = "broken"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which a link is wrong; `must` and `mend` are sentences without a full stop."""

    name: str
    severity: Severity
    must: str
    mend: str


class Link(NamedTuple):
    """One link as it stands in a file; a tuple, because a site holds a million of them.

    where: the element and attribute or the key, `a[href]`.
    line: counted from 1, in the file that was read.
    """

    written: str
    where: str
    line: int
    use: Use


class Fault(NamedTuple):
    """What is wrong with a file itself rather than with where a link leads."""

    kind: Kind
    written: str
    where: str
    line: int


@dataclass(frozen=True, slots=True)
class Collected:
    """Everything that a file says about links.

    base: the document's own base address as written, or "" when it has none.
    anchors: the names that a fragment may point to; None when fragments of this sort of file
        mean something else (`x.pdf#page=2`).
    maps: names of image maps, which only `usemap` may point to.
    """

    links: list[Link] = field(default_factory=list)
    anchors: list[str] | None = None
    faults: list[Fault] = field(default_factory=list)
    base: str = ""
    maps: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Inside:
    """A place on the site.

    path: below its root, percent-decoded, without a leading slash; a folder ends in one.
    fragment: as written, "" when there is none.
    insecure: whether the link was written with http though the site has https.
    """

    path: str
    fragment: str
    insecure: bool = False


@dataclass(frozen=True, slots=True)
class Outside:
    """A place on the web: an http or https address without its fragment."""

    url: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """No place at all: the address itself is at fault."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Right, and nothing that can be looked up: data, mail, telephone, other schemes."""


Target = Inside | Outside | Wrong | Elsewhere


@dataclass(frozen=True, order=True, slots=True)
class Source:
    """Where an editor wrote a link: a Markdown, YAML or template file, and a line from 1."""

    path: str
    line: int


SourceMap = Callable[[str, str], Source | None]
"""A page's path below the root and a link as it stands in the HTML -> where it was written."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where a finding shows: a file below the root and a line from 1."""

    page: str
    line: int


class Occurrence(NamedTuple):
    """One wrong link on one page, before those of one mistake are grouped.

    target: where the link leads; None when a file itself is at fault.
    times: how often the link stands so on the page.
    """

    kind: Kind
    written: str
    where: str
    line: int
    target: Target | None
    times: int


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """One mistake, however many pages show it.

    target: the path below the root or the address that the link leads to; "" when it leads
        nowhere.
    places: the first pages that show it, in order; count: how many there are.
    suggestion: the nearest right link, or "" when none is near.
    detail: what a server or a parser said, or "".
    """

    kind: Kind
    written: str
    where: str
    target: str
    places: tuple[Place, ...]
    count: int
    source: Source | None
    suggestion: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was read and what was found, broken links first."""

    findings: tuple[LinkFinding, ...]
    files: int
    links: int

    @property
    def broken(self) -> int:
        """How many findings stop a publication."""
        return sum(finding.kind.severity is Severity.BROKEN for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings only warn."""
        return len(self.findings) - self.broken
