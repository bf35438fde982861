"""Approved minutes -> a seal beside them, and the seal -> whether they still stand as approved.

The seal is a file of its own, <name>.seal.yml, because a digest over every character of the
minutes cannot stand inside them. It holds no word of the text and no refused word: what the
human kept stands there as digests, so that the check can be run again where there is no private/.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import TypeVar

import yaml
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from markedsdialog.anonymity.gate.allowances import Allowance
from markedsdialog.anonymity.gate.judge import finding
from markedsdialog.findings import Finding, Refused
from markedsdialog.source import facts

SUFFIX = ".seal.yml"
AnyPath = TypeVar("AnyPath", bound=PurePath)
_DIGEST = r"^sha256:[0-9a-f]{64}$"


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kept(_Fact):
    """One place that the human let stand, with the reason given."""

    rule: str
    occurrence: str = Field(pattern=_DIGEST)
    reason: str = Field(min_length=3)


class Seal(_Fact):
    """An approval. approved: when, with its offset from UTC. by: a role, never a name."""

    approved: AwareDatetime
    by: str = Field(min_length=2)
    text: str = Field(pattern=_DIGEST)
    decisions: str = Field(pattern=_DIGEST)
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a seal says of its minutes: what is wrong, or what was let stand."""

    findings: tuple[Finding, ...]
    allowances: tuple[Allowance, ...] = ()


def beside(minutes: AnyPath) -> AnyPath:
    """Return where the seal of these minutes stands."""
    return minutes.with_name(minutes.name.removesuffix(".md") + SUFFIX)


def seal(minutes: bytes, *, approved: datetime, by: str, kept: tuple[Kept, ...]) -> Seal:
    """Return the seal of these very bytes and decisions."""
    return Seal(
        approved=approved,
        by=by,
        text=_digest(minutes),
        decisions=_decisions(approved, by, kept),
        kept=kept,
    )


def as_yaml(made: Seal) -> str:
    """Return the text of a seal's file."""
    return yaml.safe_dump(made.model_dump(mode="json"), sort_keys=False, allow_unicode=True)


def check(minutes: Path, shown: str) -> Checked:
    """Return what the seal beside the minutes says; shown is the path that findings name."""
    path = beside(minutes)
    if not path.is_file():
        return _wrong(shown, "seal/missing")
    try:
        read = facts.read(Seal, path.read_text(encoding="utf-8"), shown)
    except (Refused, UnicodeDecodeError):
        return _wrong(shown, "seal/unreadable")
    whole = read.text == _digest(minutes.read_bytes())
    if not whole or read.decisions != _decisions(read.approved, read.by, read.kept):
        return _wrong(shown, "seal/broken")
    return Checked((), tuple(_allowance(kept, read.by, read.approved.date()) for kept in read.kept))


def _wrong(shown: str, rule: str) -> Checked:
    return Checked((finding(shown, "", 1, rule),))


def _allowance(kept: Kept, role: str, decided: date) -> Allowance:
    return Allowance(
        rule=kept.rule,
        occurrence=kept.occurrence,
        reason=kept.reason,
        role=role,
        decided=decided,
    )


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _decisions(approved: datetime, by: str, kept: tuple[Kept, ...]) -> str:
    written = [approved.isoformat(), by, [one.model_dump(mode="json") for one in kept]]
    return _digest(json.dumps(written, ensure_ascii=False, sort_keys=True).encode())
