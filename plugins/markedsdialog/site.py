"""The folder `data/` -> what this municipality's site is called, says and shows, as types.

Another municipality begins by changing that folder; nothing in the code names one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, RootModel

from markedsdialog.findings import Finding, Refused
from markedsdialog.model.fields import FactModel, Mailbox, Slug, Text, WebAddress
from markedsdialog.source import facts, text, yaml

Model = TypeVar("Model", bound=BaseModel)


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


@dataclass(frozen=True, slots=True)
class Data:
    """All of `data/`."""

    site: Site
    authorities: Mapping[str, Authority]
    words: Mapping[str, Mapping[str, str]]


def read(folder: Path, path: str = "data") -> Data:
    """Read the folder, which findings call `path`; raise Refused with the faults of all files."""
    faults: list[Finding] = []

    def one(name: str, model: type[Model]) -> Model | None:
        try:
            return _read_one(folder / name, f"{path}/{name}", model)
        except Refused as refused:
            faults.extend(refused.findings)
            return None

    site, authorities, words = (
        one("site.yml", Site),
        one("authorities.yml", Authorities),
        one("words.yml", Words),
    )
    if not (site and authorities and words) or faults:
        raise Refused(faults)
    return Data(site, authorities.root, words.root)


def _read_one(file: Path, path: str, model: type[Model]) -> Model:
    source = text.read(file, path)
    return facts.validate(model, yaml.parse(source.text, path), path)
