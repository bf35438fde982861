"""data/roles.yml -> a title as it may be published."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from markedsdialog.source import facts


class RoleLine(BaseModel):
    """A title with a word of this ending is published as the role."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ending: str
    role: str


class RolesFile(BaseModel):
    """The table, and the role of everybody whom it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    otherwise: str
    roles: tuple[RoleLine, ...]


@dataclass(frozen=True, slots=True)
class Generalised:
    """A role, and whether the table knew the title."""

    role: str
    known: bool


def read_roles(text: str, shown: str) -> RolesFile:
    """Return the table of a YAML text; raises Refused with every fault of it."""
    return facts.read(RolesFile, text, shown)


def generalise(title: str, table: RolesFile) -> Generalised:
    """Return the role under which this title is published."""
    words = title.lower().split()
    for line in table.roles:
        if any(word.strip("., ").endswith(line.ending) for word in words):
            return Generalised(line.role, known=True)
    return Generalised(table.otherwise, known=False)
