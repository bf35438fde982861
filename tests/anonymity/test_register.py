"""A register that is missing, empty or contradicts itself is refused, without repeating it."""

from pathlib import Path

import pytest

from markedsdialog.anonymity.letters import ALPHABET, draw, read_letters
from markedsdialog.anonymity.register.read import parse_register, read_register
from markedsdialog.findings import Refused

GOOD = """
people:
  - {name: Torvald Brønsholtkvist, role: chef, side: supplier, supplier: q}
suppliers:
  - {id: q, names: [Qvandtholm A/S, QVK]}
numbers: [2031-0099887]
"""
BAD = {
    "": "yaml/no-facts",
    "people: []": "register/empty",
    "people: [": "yaml/broken",
    "people: []\npeople: []": "yaml/duplicate-key",
    "people: [{name: Torvald, role: chef, side: &a other}]": "yaml/anchor",
    "numbers:\n  - 12 # Torvald": "yaml/hidden",
    "- a": "yaml/not-facts",
    "people: [{name: Torvald, role: chef}]": "facts/missing",
    "people: [{name: Torvald, role: chef, side: both}]": "facts/value",
    "people: [{name: Torvald, role: chef, side: other, age: 5}]": "facts/unknown-key",
    "people: [{name: Torvald, role: chef, side: other, Torvald: 5}]": "facts/unknown-key",
    "people: [{name: Torvald, role: aa, side: supplier, supplier: x}]": "register/unknown-supplier",
    "people: [{name: Torvald, role: chef, side: authority, supplier: q}]\n"
    "suppliers: [{id: q, names: [Qvandtholm]}]": "register/contradiction",
    "suppliers: [{id: q, names: [Qvandtholm]}, {id: q, names: [Qvk]}]": "register/twice",
    "suppliers: [{id: q, names: [Torvald]}, {id: r, names: [torvald]}]": "register/twice",
    "people: [{name: Torvald, role: aa, side: other}, {name: torvald, role: bb, side: other}]":
        "register/twice",
    "suppliers: [{id: q, names: []}]": "facts/value",
}  # fmt: skip


def test_a_good_register_is_read() -> None:
    assert parse_register(GOOD, "register.yml").suppliers[0].names == ("Qvandtholm A/S", "QVK")


def test_a_number_is_read_as_it_is_written() -> None:
    assert parse_register(f"{GOOD}  - 01234567\n".replace("[2031-0099887]", ""), "").numbers == (
        "01234567",
    )


def test_a_fault_tells_its_line() -> None:
    with pytest.raises(Refused) as refused:
        parse_register(GOOD.replace("id: q", "id: Q"), "register.yml")
    assert [finding.line for finding in refused.value.findings] == [5]


@pytest.mark.parametrize(("text", "rule"), BAD.items())
def test_a_bad_register_is_refused_without_repeating_a_name(text: str, rule: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_register(text, "register.yml")
    assert rule in {finding.rule for finding in refused.value.findings}
    assert "torvald" not in str(refused.value).lower()
    assert "qvandt" not in str(refused.value).lower()


def test_a_missing_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="register/missing"):
        read_register(tmp_path / "register.yml")


def test_a_letter_once_drawn_stays_and_none_is_drawn_twice() -> None:
    first = draw(["q", "r"], {})
    second = draw(["s", "r", "q"], first)
    assert first.items() <= second.items()
    assert len(set(second.values())) == 3
    assert set(second.values()) <= set(ALPHABET)


def test_letters_do_not_follow_the_alphabet_or_the_order_of_meetings() -> None:
    drawn = {tuple(draw("abcdefgh", {}).values()) for _ in range(20)}
    assert len(drawn) > 1
    assert any(list(letters) != sorted(letters) for letters in drawn)


def test_more_suppliers_than_letters_is_an_error() -> None:
    with pytest.raises(ValueError, match="letters"):
        draw([str(number) for number in range(21)], {})


@pytest.mark.parametrize(
    "text", ["letters: {a: A, b: A}", "letters: {a: AA}", "x: 1", "letters: ["]
)
def test_a_key_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_letters(text, "letters.yml")
