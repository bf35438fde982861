"""What an editor's running text becomes: safe HTML, its headings, and its links with lines."""

from dataclasses import dataclass

from markedsdialog.model.fields import FactModel, Text
from markedsdialog.model.time import Day


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that a page can link to."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link, and the file and the line on which an editor wrote it.

    href: as it stands in the HTML of prose; for a fact, an address of the site or of the web.
    """

    href: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Sanitised HTML of one text; the empty Prose stands for a text that was not written."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[SourceLink, ...] = ()


class TextFacts(FactModel):
    """The facts of `oplaeg.md` and `spoergeramme.md`; without a date, the dialogue's counts."""

    title: Text
    published: Day | None = None
