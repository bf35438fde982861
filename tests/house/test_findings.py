import pytest

from markedsdialog.findings import Finding, Refused, refuse_if_any

FIRST = Finding("a.md", 2, "room/what", "It must be so", "Make it so")
SECOND = Finding("a.md", 10, "room/what", "It must be so", "Make it so")


def test_a_finding_reads_as_path_line_rule_and_two_sentences() -> None:
    assert str(FIRST) == "a.md:2: room/what: It must be so. Make it so."


def test_a_refusal_holds_each_finding_once_in_order_of_place() -> None:
    assert Refused([SECOND, FIRST, SECOND]).findings == (FIRST, SECOND)


def test_a_refusal_without_findings_is_an_error_of_the_program() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Refused([])


def test_nothing_found_refuses_nothing_and_anything_found_refuses() -> None:
    refuse_if_any(iter(()))
    with pytest.raises(Refused):
        refuse_if_any(iter([FIRST]))
