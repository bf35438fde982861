import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.source import marks
from markedsdialog.source.text import UNSEEN

written = st.text(max_size=40).map(lambda text: UNSEEN.sub("", text).replace("\n", ""))
markdown = st.text(alphabet="ab1.#>-*+[](){}:<!/?` |", max_size=40)


@given(st.lists(written | markdown, max_size=8), st.integers(1, 9999))
def test_marks_are_taken_out_again_whatever_the_text_holds(lines: list[str], first: int) -> None:
    marked = marks.add(lines, first)
    assert [marks.remove(line) for line in marked] == lines


@given(st.lists(written | markdown, max_size=8), st.integers(1, 9999))
def test_each_mark_tells_the_line_on_which_it_stands(lines: list[str], first: int) -> None:
    for number, line in enumerate(marks.add(lines, first), first):
        assert marks.last_line(line) in (None, number)


@given(written | markdown)
def test_a_line_is_marked_at_all_of_its_places(line: str) -> None:
    mark = f"{marks._OPEN}7{marks._CLOSE}"  # noqa: SLF001 - held to the pattern itself
    assert marks.add([line], 7) == [marks._PLACES.sub(rf"\g<0>{mark}", line)]  # noqa: SLF001


@pytest.mark.parametrize(
    "line",
    ["[a](b)", "[a](<b c>)", "[a]: b", "- a", "1. a", "## a", "> a", "a", "ø", "1 <b>", "(</b>",
     "5 <!-- x", "7 <?php"],
)  # fmt: skip
def test_a_line_with_something_to_find_is_marked(line: str) -> None:
    assert marks.last_line(marks.add(["", line], 6)[1]) == 7


@pytest.mark.parametrize("line", ["", "   ", "---", "| 1 | 2 |", "5 < 6", "<18 år", "12 345"])
def test_a_line_with_nothing_to_find_is_left_alone(line: str) -> None:
    assert marks.add([line], 7) == [line]
    assert marks.last_line(line) is None


def test_tags_and_swallowed_lists_are_told_by_line() -> None:
    text = "\n".join(marks.add(["a", "- b <i>", "2 <18", "<u", "", "- c"], 1))
    assert marks.tag_lines(text) == [2, 4]
    assert marks.swallowed_lines(text) == [2, 6]
