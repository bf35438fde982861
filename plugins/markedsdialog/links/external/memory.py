"""What earlier runs saw of external addresses <-> a JSON file; failures are remembered too."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter

from markedsdialog.links.external.values import Verdict, Visit

FAILURES = 3
"""How often an address must have failed, in a row, to be called broken ..."""
FAILING = timedelta(days=2)
"""... and for how long."""

_AGES = {
    Verdict.FINE: timedelta(days=7),
    Verdict.UNSURE: timedelta(days=1),
    Verdict.BROKEN: timedelta(hours=20),  # so that a nightly run asks again
}
_JITTER = 0.2  # of the age, so that not all addresses are asked on one night


class Record(BaseModel):
    """What is remembered of one address; every time is UTC.

    failures: in a row; first_failed: the first of them.
    ask_after: until then the answer is taken from here.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Verdict
    reason: str
    moved_to: str = ""
    missing_anchors: tuple[str, ...] = ()
    asked_anchors: tuple[str, ...] = ()
    soft: bool = False
    etag: str = ""
    failures: int = 0
    first_failed: AwareDatetime | None = None
    last_fine: AwareDatetime | None = None
    asked: AwareDatetime
    ask_after: AwareDatetime

    @property
    def is_broken(self) -> bool:
        """Tell whether the address failed often enough, and for long enough."""
        if self.first_failed is None or self.verdict is not Verdict.BROKEN:
            return False
        return self.failures >= FAILURES and self.asked - self.first_failed >= FAILING


Records = Mapping[str, Record]
_RECORDS = TypeAdapter(dict[str, Record])


def recall(file: Path) -> dict[str, Record]:
    """Read the memory; none is an empty one.

    Raises pydantic.ValidationError when the file is not what `remember` writes: it is a cache,
    and deleting it costs one slow run.
    """
    return _RECORDS.validate_json(file.read_bytes()) if file.exists() else {}


def remember(file: Path, records: Records) -> None:
    """Write the memory whole, so that a run that is stopped leaves the former one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    beside.write_bytes(_RECORDS.dump_json(dict(sorted(records.items())), indent=1))
    beside.replace(file)


def after_visit(
    former: Record | None, visit: Visit, anchors: tuple[str, ...], now: datetime
) -> Record:
    """Add one visit to what is known of an address.

    A visit that says nothing neither counts as a failure nor ends a row of them.
    """
    failures, first = (former.failures, former.first_failed) if former else (0, None)
    if visit.verdict is Verdict.BROKEN:
        failures, first = failures + 1, first or now
    elif visit.verdict is Verdict.FINE:
        failures, first = 0, None
    fine = visit.verdict is Verdict.FINE
    return Record(
        verdict=visit.verdict,
        reason=visit.reason,
        moved_to=visit.moved_to,
        missing_anchors=visit.missing_anchors,
        asked_anchors=anchors,
        soft=visit.soft,
        etag=visit.etag,
        failures=failures,
        first_failed=first,
        last_fine=now if fine else former.last_fine if former else None,
        asked=now,
        ask_after=now + _age(visit.verdict),
    )


def after_rest(
    former: Record | None, reason: str, anchors: tuple[str, ...], until: datetime, now: datetime
) -> Record:
    """Note that a server wants to be left alone until a time; what was known stays known."""
    if former is not None:
        return former.model_copy(update={"ask_after": until})
    return Record(
        verdict=Verdict.UNSURE, reason=reason, asked_anchors=anchors, asked=now, ask_after=until
    )


def _age(verdict: Verdict) -> timedelta:
    return _AGES[verdict] * random.uniform(1 - _JITTER, 1)  # noqa: S311 - no secret


def is_fresh(record: Record, anchors: tuple[str, ...], now: datetime) -> bool:
    """Tell whether an address need not be asked again yet."""
    return now < record.ask_after and set(anchors) <= set(record.asked_anchors)


def utc_now() -> datetime:
    """Give the time, for commands; everything else is told it."""
    return datetime.now(UTC)
