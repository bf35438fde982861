from datetime import date

import pytest
from house.said import refused
from hypothesis import given
from hypothesis import strategies as st
from pydantic import RootModel

from markedsdialog.model.fields import FactModel, Slug, Text
from markedsdialog.model.time import Day
from markedsdialog.model.vocabulary import Side
from markedsdialog.source.facts import validate
from markedsdialog.source.yaml import Facts, parse


class Person(FactModel):
    role: Text
    side: Side = Side.SUPPLIER


class Note(FactModel):
    title: Text
    day: Day
    open: bool = False
    people: tuple[Person, ...] = ()


class Notes(RootModel[dict[Slug, Note]]):
    """Notes by key."""


GOOD = "title: Møde\nday: 2026-01-10\npeople:\n  - role: leder\n    side: adviser\n"


def test_good_facts_become_a_frozen_value() -> None:
    note = validate(Note, parse(GOOD, "a.md"), "a.md")
    assert (note.title, note.day) == ("Møde", date(2026, 1, 10))
    assert note.people == (Person(role="leder", side=Side.ADVISER),)
    with pytest.raises(ValueError, match="frozen"):
        note.title = "Andet"  # type: ignore[misc]


FAULTY: dict[str, tuple[str, list[tuple[int, str, str]]]] = {
    "missing": ("title: x", [(1, "facts/missing", "The fact `day` must be given")]),
    "missing inside": (
        f"{GOOD}  - side: supplier",
        [(6, "facts/missing", "The fact `role` must be given")],
    ),
    "unknown": (
        f"{GOOD}dag: 1",
        [(6, "facts/unknown-key", "Each key must be one that the model knows")],
    ),
    "unknown inside": (
        f"{GOOD}    navn: x",
        [(6, "facts/unknown-key", "Each key must be one that the model knows")],
    ),
    "impossible": (
        "title: x\nday: 2026-02-30",
        [(2, "facts/value", "`day`: The day must exist in the calendar")],
    ),
    "a list for a word": (
        "title: [x]\nday: 2026-01-10",
        [(1, "facts/value", "`title`: Input should be a valid string")],
    ),
    "a word for a list": (
        "title: x\nday: 2026-01-10\npeople: leder",
        [(3, "facts/value", "`people`: Input should be a valid tuple")],
    ),
    "no such word": (
        f"{GOOD}  - role: x\n    side: press",
        [(7, "facts/value", "`side`: Input should be 'authority', 'supplier' or 'adviser'")],
    ),
    "empty": (
        "title: ''\nday: 2026-01-10",
        [(1, "facts/value", "`title`: String should have at least 1 character")],
    ),
    "two at once": (
        "\ntitle: |\n  a\n  b\nday: x",
        [
            (2, "facts/value", "`title`: Must be one line"),
            (5, "facts/value", "`day`: Must be a date, like 2026-12-15"),
        ],
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_each_fault_is_told_by_line_rule_and_sentence(name: str) -> None:
    text, expected = FAULTY[name]
    found = refused(lambda: validate(Note, parse(text, "a.md"), "a.md"))
    assert [(one.line, one.rule, one.must) for one in found] == expected
    assert {one.path for one in found} == {"a.md"}


@pytest.mark.parametrize(
    ("written", "mend"),
    [("titel", "Write `title`, if that is what is meant"), ("xyz", "Remove the line")],
)
def test_an_unknown_key_is_answered_with_the_nearest_known_one(written: str, mend: str) -> None:
    (found,) = refused(lambda: validate(Note, parse(f"{GOOD}{written}: x", "a"), "a"))
    assert found.mend == mend


def test_a_wrong_key_of_a_mapping_is_told_on_its_line() -> None:
    text = "et-ord:\n  title: x\n  day: 2026-01-10\nTo Ord:\n  title: x\n  day: 2026-01-10\n"
    (found,) = refused(lambda: validate(Notes, parse(text, "a"), "a"))
    assert found.must == "`To Ord`: Must be lower-case letters a-z, digits and single hyphens"
    assert found.line in (4, 5)


NAME = "hemmeligt-navn"


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "title": st.sampled_from([[NAME], {NAME: "x"}, f"{NAME}\n{NAME}"]),
            "day": st.sampled_from([NAME, [NAME], {"x": NAME}, f"2026-01-10 {NAME}"]),
            "open": st.sampled_from([NAME, [NAME]]),
            "people": st.sampled_from(
                [NAME, [NAME], [{"role": [NAME], "side": NAME}], {NAME: NAME}]
            ),
            NAME: st.just(NAME),
        },
    ).filter(bool)
)
def test_no_finding_repeats_a_value_or_an_unknown_key(values: dict[str, object]) -> None:
    facts = Facts(values)  # type: ignore[arg-type]
    found = refused(lambda: validate(Note, facts, "a"))
    assert not any(NAME in str(finding) for finding in found)
