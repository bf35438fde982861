"""Sightings + allowances -> findings."""

from collections.abc import Iterator, Sequence
from datetime import date

from markedsdialog.anonymity.gate.allowances import Allowance
from markedsdialog.anonymity.gate.sight import Seen
from markedsdialog.anonymity.rules import RULES
from markedsdialog.findings import Finding


def judge(
    seen: Sequence[Seen], allowances: Sequence[Allowance], today: date
) -> tuple[Finding, ...]:
    """Return what no allowance in force covers, and what is wrong with the allowances."""
    in_force = {
        (one.rule, one.occurrence)
        for one in allowances
        if _approvable(one.rule) and not _is_over(one, today)
    }
    met = {(s.rule, s.occurrence) for one in seen for s in one.sightings if s.occurrence}
    found = {
        finding(one.path, s.part, s.line, s.rule)
        for one in seen
        for s in one.sightings
        if (s.rule, s.occurrence) not in in_force
    }
    return tuple(sorted({*found, *_faults(allowances, met, today)}))


def finding(path: str, part: str, line: int, rule: str) -> Finding:
    """Return the finding of a rule at a place."""
    place = f"{path}!{part}" if part else path
    return Finding(place, line, rule, RULES[rule].must, RULES[rule].mend)


def unexpected(error: Exception) -> Finding:
    """Return a finding that names the kind of fault only; its message may hold what was read."""
    return Finding(
        "gate",
        1,
        "gate/unexpected",
        f"the gate must be able to read everything, and met {type(error).__name__}",
        "Check the path, run `make words`, or report this with the kind of file",
    )


def _faults(
    allowances: Sequence[Allowance], met: set[tuple[str, str]], today: date
) -> Iterator[Finding]:
    for one in allowances:
        if not one.path:
            continue  # carried by a seal, which is checked with its minutes
        if not _approvable(one.rule):
            yield finding(one.path, "", one.line, "allowance/refused")
        elif _is_over(one, today):
            yield finding(one.path, "", one.line, "allowance/expired")
        elif (one.rule, one.occurrence) not in met:
            yield finding(one.path, "", one.line, "allowance/unused")


def _approvable(rule: str) -> bool:
    return rule in RULES and RULES[rule].approvable


def _is_over(one: Allowance, today: date) -> bool:
    return one.expires is not None and one.expires < today
