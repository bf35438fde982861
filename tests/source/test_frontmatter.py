import pytest
from house.said import rules
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.source.frontmatter import split
from markedsdialog.source.text import Source


@pytest.mark.parametrize(
    ("text", "prose", "first_line"),
    [
        ("---\na: 1\n---\nHej\n", "Hej\n", 4),
        ("---\na: 1\n---", "", 4),
        ("--- \na: 1\n---\t\n\nHej", "\nHej", 4),
        ("---\na: 1\n\nb: 2\n---\nHej\n---\nDu", "Hej\n---\nDu", 6),
        ("---\na: |\n  ---\n---\nHej", "Hej", 5),
    ],
)
def test_a_file_is_facts_and_the_prose_below(text: str, prose: str, first_line: int) -> None:
    document = split(Source("a.md", text))
    assert (document.prose, document.first_line) == (prose, first_line)
    assert document.facts.line(("a",)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hej", (1, "source/no-facts")),
        ("\n---\na: 1\n---", (1, "source/no-facts")),
        ("----\na: 1\n----", (1, "source/no-facts")),
        (" ---\na: 1\n---", (1, "source/no-facts")),
        ("---\na: 1\nHej", (1, "source/open-facts")),
        ("---", (1, "source/open-facts")),
        ("---\n---\nHej", (2, "yaml/no-facts")),
        ("---\n\na: 1\na: 2\n---", (4, "yaml/duplicate-key")),
    ],
)
def test_missing_fences_and_faulty_facts_are_found(text: str, expected: tuple[int, str]) -> None:
    assert rules(lambda: split(Source("a.md", text))) == [expected]


@given(st.lists(st.text(alphabet="ab-# ", max_size=6), max_size=6))
def test_the_prose_is_kept_to_the_letter_whatever_it_holds(lines: list[str]) -> None:
    prose = "\n".join(lines)
    assert split(Source("a.md", f"---\na: 1\n---\n{prose}")).prose == prose
