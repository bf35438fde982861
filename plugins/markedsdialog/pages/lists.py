"""Many dialogues -> the lists in which a supplier finds one: by stage, authority and year."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.publication import updated
from markedsdialog.model.slug import slug
from markedsdialog.model.time import COPENHAGEN
from markedsdialog.model.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Card:
    """A dialogue as a list shows it."""

    title: str
    lead: str
    address: str
    status: str
    status_name: str
    authority: str
    deadline: str
    updated: str
    is_example: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under a heading; `empty` is said where there are none."""

    id: str
    title: str
    cards: tuple[Card, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A link to a list, with the number of dialogues that it holds."""

    title: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class Lists:
    """The view of a page of lists, with the ways to narrower ones."""

    groups: tuple[Group, ...]
    archive: tuple[Group, ...] = ()
    by_authority: tuple[Choice, ...] = ()
    by_status: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchLists:
    """The view of the search page: the lists that stand under the search."""

    dialogues: tuple[Card, ...]
    by_authority: tuple[Choice, ...]
    by_status: tuple[Choice, ...]


def card(dialogue: Dialogue, edition: Edition) -> Card:
    """Return the dialogue as lists show it in this edition."""
    facts, stage = dialogue.facts, edition.status(dialogue)
    deadline = facts.response_deadline
    return Card(
        title=facts.title,
        lead=facts.lead,
        address=f"dialoger/{dialogue.slug}/",
        status=edition.say("status", stage),
        status_name=slug(stage),
        authority=edition.data.authorities[facts.authority].name,
        deadline=danish.hour(deadline) if deadline and deadline > edition.at else "",
        updated=danish.day(updated(dialogue).date()),
        is_example=facts.example,
    )


def by_deadline(dialogues: Iterable[Dialogue]) -> list[Dialogue]:
    """Return the dialogues, the one that closes first ahead, those without a deadline last."""
    return sorted(
        dialogues,
        key=lambda one: (
            one.facts.response_deadline is None,
            one.facts.response_deadline or updated(one),
            one.slug,
        ),
    )


def newest_first(dialogues: Iterable[Dialogue]) -> list[Dialogue]:
    """Return the dialogues, the one with the latest news ahead."""
    return sorted(dialogues, key=lambda one: (updated(one), one.slug), reverse=True)


def front_lists(dialogues: Sequence[Dialogue], edition: Edition) -> Lists:
    """Return the front page: what is current by stage, then the archive by year."""
    return Lists(
        groups=_current_groups(dialogues, edition),
        archive=_archive_groups(dialogues, edition),
        by_authority=_choices(dialogues, edition, "authority"),
        by_status=_choices(dialogues, edition, "status"),
    )


def all_lists(dialogues: Sequence[Dialogue], edition: Edition) -> Lists:
    """Return the page of all dialogues, the one with the latest news first."""
    return Lists(
        groups=narrow_list(newest_first(dialogues), edition).groups,
        by_authority=_choices(dialogues, edition, "authority"),
        by_status=_choices(dialogues, edition, "status"),
    )


def search_lists(dialogues: Sequence[Dialogue], edition: Edition) -> SearchLists:
    """Return what the search page offers a reader who has no script: every way to a dialogue."""
    return SearchLists(
        dialogues=tuple(card(one, edition) for one in newest_first(dialogues)),
        by_authority=_choices(dialogues, edition, "authority"),
        by_status=_choices(dialogues, edition, "status"),
    )


def narrow_list(members: Sequence[Dialogue], edition: Edition) -> Lists:
    """Return a page with one list."""
    cards = tuple(card(one, edition) for one in members)
    title, empty = edition.say("list", "heading"), edition.say("list", "none")
    return Lists((Group("liste", title, cards, empty),))


def _current_groups(dialogues: Iterable[Dialogue], edition: Edition) -> tuple[Group, ...]:
    current = [one for one in dialogues if not edition.is_archived(one)]
    stages = {stage: [one for one in current if edition.status(one) is stage] for stage in Status}
    working = [*stages[Status.ANSWERS_READ], *stages[Status.MINUTES_PUBLISHED]]
    groups = (
        ("open", by_deadline(stages[Status.OPEN])),
        ("planned", newest_first(stages[Status.PLANNED])),
        ("working", newest_first(working)),
    )
    return tuple(
        Group(
            id=slug(edition.say("front", name)),
            title=edition.say("front", name),
            cards=tuple(card(one, edition) for one in members),
            empty=edition.say("front", "none_open") if name == "open" else "",
        )
        for name, members in groups
        if members or name == "open"
    )


def _archive_groups(dialogues: Iterable[Dialogue], edition: Edition) -> tuple[Group, ...]:
    archived = newest_first(one for one in dialogues if edition.is_archived(one))
    return tuple(
        Group(f"arkiv-{year}", str(year), tuple(card(one, edition) for one in members))
        for year, members in groupby(archived, key=_year)
    )


def _year(dialogue: Dialogue) -> int:
    return updated(dialogue).astimezone(COPENHAGEN).year


def _choices(dialogues: Iterable[Dialogue], edition: Edition, by: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(title, address, len(members))
        for title, address, members in selections(dialogues, edition, by)
    )


def selections(
    dialogues: Iterable[Dialogue], edition: Edition, by: str
) -> list[tuple[str, str, list[Dialogue]]]:
    """Return title, address and dialogues of each list by "authority" or "status"."""
    ordered = newest_first(dialogues)
    if by == "authority":
        return [
            (authority.name, f"ordregivere/{key}/", members)
            for key, authority in edition.data.authorities.items()
            if (members := [one for one in ordered if one.facts.authority == key])
        ]
    return [
        (title, f"status/{slug(title)}/", members)
        for stage in Status
        if (members := [one for one in ordered if edition.status(one) is stage])
        and (title := edition.say("status", stage))
    ]
