"""A dialogue -> the rows of its fact box: what is bought, by whom, how and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Contract, DialogueFacts, Lot


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and the lines beside it; `address` makes the one line a link inside the site."""

    label: str
    lines: tuple[str, ...]
    address: str | None = None


def fact_box(facts: DialogueFacts, edition: Edition) -> tuple[Fact, ...]:
    """Return the rows in the order in which a supplier asks for them."""
    return tuple(_rows(facts, edition))


def _rows(facts: DialogueFacts, edition: Edition) -> Iterator[Fact]:
    def row(name: str, *lines: str | None) -> Iterator[Fact]:
        if told := tuple(line for line in lines if line):
            yield Fact(edition.say("facts", name), told)

    authority = edition.data.authorities[facts.authority]
    yield Fact(
        edition.say("facts", "authority"), (authority.name,), f"ordregivere/{facts.authority}/"
    )
    yield from row("unit", facts.unit or authority.unit)
    yield from row("case_number", facts.case_number)
    yield from row("target_group", facts.target_group)
    yield from row("lots", *(_lot(lot, edition) for lot in facts.lots))
    yield from row("cpv", *(f"{cpv.code} {cpv.label}" for cpv in facts.cpv))
    yield from row("expected_value", _value(facts, edition))
    yield from row("procedure", _procedure(facts, edition))
    yield from row("contract_start", _contract_start(facts.contract, edition))
    yield from row("contract_length", _contract_length(facts.contract, edition))


def _lot(lot: Lot, edition: Edition) -> str:
    return edition.say("facts", "lot", number=lot.number, title=lot.title or not_stated(edition))


def _value(facts: DialogueFacts, edition: Edition) -> str:
    if not (value := facts.expected_value):
        return not_stated(edition)
    amount = danish.money(value.amount, value.currency)
    return edition.say("facts", "without_vat", amount=amount)


def _procedure(facts: DialogueFacts, edition: Edition) -> str:
    if not facts.procedure:
        return not_stated(edition)
    return edition.say("procedure", facts.procedure)


def _contract_start(contract: Contract, edition: Edition) -> str:
    return danish.period(contract.start) if contract.start else not_stated(edition)


def _contract_length(contract: Contract, edition: Edition) -> str | None:
    if not contract.months:
        return None
    length = edition.say("facts", "months", months=contract.months)
    if not (more := contract.extensions):
        return length
    return edition.say("facts", "extensions", length=length, times=more.times, months=more.months)


def not_stated(edition: Edition) -> str:
    """Return the words for what the contracting authority does not tell."""
    return edition.say("facts", "not_stated")
