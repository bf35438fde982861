"""The folder `data/` -> what this municipality's site is called, says and shows, as types.

Another municipality begins by changing that folder; nothing in the code names one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, RootModel

from markedsdialog.findings import Attempts, Finding, Refused
from markedsdialog.model.fields import NOT_STATED, FactModel, Mailbox, Slug, Text, WebAddress
from markedsdialog.model.prose import SourceLink
from markedsdialog.model.statement import Statement
from markedsdialog.source import facts, text, yaml

Model = TypeVar("Model", bound=BaseModel)

WORDS = "data/words.yml"


class MenuEntry(FactModel):
    """A link in the header or the footer: its words, and the site's own address."""

    title: Text
    address: str


class Site(FactModel):
    """`site.yml`: the site as a whole.

    url: where the site is published, without a final slash; feeds, the sitemap and the page for
    unknown addresses need it, because they cannot use relative addresses.
    demonstration: a quiet line on each page, until the owner of the site removes it.
    """

    name: Text
    title_suffix: Text
    municipality: Text
    description: Text
    url: WebAddress
    demonstration: Text | None = None
    contact_mailbox: Mailbox
    menu: tuple[MenuEntry, ...]
    footer: tuple[MenuEntry, ...]


class Authority(FactModel):
    """`authorities.yml`: a contracting authority; dialogues refer to it by its key."""

    name: Text
    unit: Text | None = None
    mailbox: Mailbox | None = None
    phone: Text | None = None
    address: Text | None = None


class Authorities(RootModel[dict[Slug, Authority]]):
    """All contracting authorities by key."""


class Words(RootModel[dict[str, dict[str, Text]]]):
    """`words.yml`: everything the market reads that no editor writes, by component and name."""

    def say(self, group: str, name: str, **values: object) -> str:
        """Return words with their `{gaps}` filled; raise Refused when the catalogue lacks them."""
        try:
            return self.root[group][name].format(**values)
        except (KeyError, IndexError, ValueError) as error:
            must = f"`{group}: {name}` must be there, with the gaps {sorted(values) or 'none'}"
            raise Refused([Finding(WORDS, 1, "words/missing", must, "Add or mend it")]) from error


@dataclass(frozen=True, slots=True)
class Data:
    """All of `data/`."""

    site: Site
    authorities: Mapping[str, Authority]
    words: Words
    statement: Statement
    links: tuple[SourceLink, ...] = ()


def read(folder: Path, path: str = "data") -> Data:
    """Read the folder, which findings call `path`; raise Refused with the faults of all files."""
    reader = _Reader(folder, path)
    site = reader.one("site.yml", Site)
    authorities = reader.one("authorities.yml", Authorities)
    words = reader.one("words.yml", Words)
    statement = reader.one("accessibility.yml", Statement)
    if not (site and authorities and words and statement):
        raise Refused(reader.findings)
    return Data(site, authorities.root, words, statement, tuple(reader.links))


class _Reader(Attempts):
    """Reads file after file; a fault in one does not keep the others from being read."""

    def __init__(self, folder: Path, path: str) -> None:
        super().__init__()
        self.folder = folder
        self.path = path
        self.links: list[SourceLink] = []

    def one(self, name: str, model: type[Model]) -> Model | None:
        return self.attempt(lambda: self.sound(name, model))

    def sound(self, name: str, model: type[Model]) -> Model:
        path = f"{self.path}/{name}"
        parsed = yaml.parse(text.read(self.folder / name, path).text, path)
        value = facts.validate(model, parsed, path)
        self.links.extend(_links(parsed, path))
        return value


def _links(parsed: yaml.Facts, path: str) -> Iterator[SourceLink]:
    """Yield the links that the data put on pages, with their lines."""
    for where, written in yaml.leaves(parsed.values):
        match where:
            case (*_, "mailbox" | "contact_mailbox") if written != NOT_STATED:
                yield SourceLink(f"mailto:{written}", path, parsed.line(where))
            case ("official",):
                if written != NOT_STATED:
                    yield SourceLink(written, path, parsed.line(where))
            case (*_, "address") if path.endswith("site.yml"):
                yield SourceLink(written, path, parsed.line(where))
