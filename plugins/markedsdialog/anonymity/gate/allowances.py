"""data/allowances.yml -> what a human let stand: one place, one reason, one role, one date."""

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from markedsdialog.anonymity.recognise.own import Own, own
from markedsdialog.source import facts, yaml


class Allowance(BaseModel):
    """One approval of one occurrence.

    occurrence: the digest that the gate prints for it (rule, sentence and place in it).
    decided: when; expires: the last day on which it holds; both Copenhagen days.
    path, line: where the allowance itself stands; empty for those that a seal carries.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    occurrence: str = Field(pattern=r"^sha256:[0-9a-f]{64}$")
    reason: str = Field(min_length=3)
    role: str = Field(min_length=2)
    decided: date
    expires: date | None = None
    path: str = ""
    line: int = 1


class AllowancesFile(BaseModel):
    """mailboxes, addresses, phones: the authority's own, which may stand anywhere."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mailboxes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    allowances: tuple[Allowance, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """What data/allowances.yml lets stand."""

    own: Own
    allowances: tuple[Allowance, ...]


def read_allowances(text: str, shown: str) -> Allowed:
    """Return what a text allows; raises Refused with every fault of it."""
    parsed = yaml.parse(text, shown)
    read = facts.validate(AllowancesFile, parsed, shown)
    placed = tuple(
        one.model_copy(
            update={"path": shown, "line": parsed.line(("allowances", number, "occurrence"))}
        )
        for number, one in enumerate(read.allowances)
    )
    return Allowed(own(read.mailboxes, read.addresses, read.phones), placed)
