"""Cuts and additions of facts: each result is written out whole, so that no byte can slip."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.source.edit import Unclear, add, cut
from markedsdialog.source.yaml import Where, parse

ENTRY = {"time": "2026-03-10 13:00", "title": "Svarskema", "reason": "Filen var forkert."}

CUTS: dict[str, tuple[str, Where, str]] = {
    "an entry in the middle, with comments around it": (
        "list:\n  # one\n  - x: 1\n    y: 2\n\n  # two\n  - x: 3\n  # three\n  - x: 5\n# end\nb: 2",
        ("list", 1),
        "list:\n  # one\n  - x: 1\n    y: 2\n\n  # two\n  # three\n  - x: 5\n# end\nb: 2",
    ),
    "the last entry, and the comment behind stays": (
        "list:\n  - x: 1\n  - x: 2\n    # inside\n    y: 3\n\n# end\nb: 2",
        ("list", 1),
        "list:\n  - x: 1\n\n# end\nb: 2",
    ),
    "the last lines of the text": ("list:\n  - x: 1\n  - x: 2", ("list", 1), "list:\n  - x: 1"),
    "a list that is not indented": ("list:\n- x: 1\n- x: 2", ("list", 0), "list:\n- x: 2"),
    "a dash on a line of its own": (
        "list:\n  -\n    x: 1\n  -   x: 2\nb: 2", ("list", 0), "list:\n  -   x: 2\nb: 2",
    ),
    "a value of several lines": (
        "list:\n  - x: >\n      one\n      two\n\n  - x: c\n      d\n  - x: 4",
        ("list", 0),
        "list:\n\n  - x: c\n      d\n  - x: 4",
    ),
    "a quoted value of several lines": (
        "list:\n  - x: 'a\n\n      b'\n  - x: c\n      d\n  - x: 4", ("list", 0),
        "list:\n  - x: c\n      d\n  - x: 4",
    ),
    "a fact with all that it holds": ("a: 1\nlist:\n  - x: 1\nb: 2", ("list",), "a: 1\nb: 2"),
    "a fact whose list was emptied before": (
        "a: 1\nlist: # why\n  # one\nb: 2", ("list",), "a: 1\n # why\n  # one\nb: 2",
    ),
    "a fact without a value at the end": ("a: 1\nlist:", ("list",), "a: 1"),
    "a fact of an entry": (
        "list:\n  - x: 1\n    y: 2\n    z: 3\nb: 2", ("list", 0, "y"),
        "list:\n  - x: 1\n    z: 3\nb: 2",
    ),
    "the first fact of an entry, behind the dash": (
        "list:\n  - x: 1\n    y: 2\nb: 2", ("list", 0, "x"), "list:\n  - y: 2\nb: 2",
    ),
    "an entry in brackets, first": ("list: [{x: 1}, {x: 2}]", ("list", 0), "list: [{x: 2}]"),
    "an entry in brackets, last": ("list: [{x: 1}, {x: 2} ]", ("list", 1), "list: [{x: 1} ]"),
    "the only entry in brackets": ("list: [ {x: 1} ]", ("list", 0), "list: [  ]"),
    "an entry in braces on its line": (
        "list:\n  - {x: 1, y: 2}\n  - {x: 2}\n", ("list", 0), "list:\n  - {x: 2}\n",
    ),
    "a fact in braces": (
        "list:\n  - {x: 1, y: 2}\n", ("list", 0, "y"), "list:\n  - {x: 1}\n",
    ),
    "a fact in brackets with a comment behind": (
        "a: 1\nlist: [{x: 1}] # why\nb: 2", ("list",), "a: 1\n # why\nb: 2",
    ),
    "lines that end in CR and LF": (
        "a: 1\r\nlist:\r\n  - x: 1\r\n  - x: 2\r\nb: 2\r", ("list", 0),
        "a: 1\r\nlist:\r\n  - x: 2\r\nb: 2\r",
    ),
}  # fmt: skip
ADDED = "  - time: 2026-03-10 13:00\n    title: Svarskema\n    reason: Filen var forkert."
IN_BRACES = "{time: '2026-03-10 13:00', title: Svarskema, reason: Filen var forkert.}"
ADDITIONS = {
    "where the list is missing": ("a: 1\n# end", f"a: 1\n# end\nlist:\n{ADDED}"),
    "below the last entry": (
        "list:\n  - x: 1\n    y: 2\n\n# end\nb: 2",
        f"list:\n  - x: 1\n    y: 2\n{ADDED}\n\n# end\nb: 2",
    ),
    "at the end of the text": ("list:\n  - x: 1", f"list:\n  - x: 1\n{ADDED}"),
    "indented as the others are": (
        "list:\n-   x: 1\nb: 2",
        f"list:\n-   x: 1\n{ADDED.replace('  - ', '-   ')}\nb: 2",
    ),
    "in brackets": (
        "list: [{x: 1}]\nb: 2",
        f"list: [{{x: 1}}, {IN_BRACES}]\nb: 2",
    ),
    "in empty brackets": ("list: []", f"list: [{IN_BRACES}]"),
    "in lines that end in CR and LF": (
        "a: 1\r\nlist:\r\n  - x: 1\r\nb: 2\r",
        "a: 1\r\nlist:\r\n  - x: 1\r\n" + ADDED.replace("\n", "\r\n") + "\r\nb: 2\r",
    ),
    "at the end of lines that end in CR and LF": (
        "a: 1\r\nb: 2\r",
        "a: 1\r\nb: 2\r\nlist:\r\n" + ADDED.replace("\n", "\r\n") + "\r",
    ),
}
UNCLEAR: dict[str, tuple[str, Where]] = {
    "all facts in braces": ("{a: 1, b: 2}", ("a",)),
    "no facts": ("- a", (0,)),
    "the only fact of an entry": ("list:\n  - x: 1\n  - x: 2", ("list", 0, "x")),
    "a comment that would go too": ("list: [{x: 1}, # why\n  {x: 2}]", ("list", 0)),
    "a comment behind the dash": ("list:\n  - x: 1\n    # why\n    y: 2", ("list", 0, "x")),
    "a text where a list should be": ("list: text", ("list", 0)),
    "nothing there": ("a: 1", ("b",)),
    "no such entry": ("list:\n  - x: 1", ("list", 1)),
    "no such list": ("a: 1", ("list", 1)),
}


@pytest.mark.parametrize("case", CUTS)
def test_what_is_cut_is_gone_and_every_other_byte_stays(case: str) -> None:
    text, where, left = CUTS[case]
    assert cut(text, where) == left


@pytest.mark.parametrize("case", ADDITIONS)
def test_an_entry_is_added_and_every_other_byte_stays(case: str) -> None:
    text, whole = ADDITIONS[case]
    assert add(text, "list", ENTRY) == whole


@pytest.mark.parametrize("case", UNCLEAR)
def test_what_cannot_be_cut_exactly_is_not_cut(case: str) -> None:
    text, where = UNCLEAR[case]
    with pytest.raises((Unclear, LookupError, ValueError)):
        cut(text, where)


@pytest.mark.parametrize("text", ["{a: 1}", "list: text", "list: {a: 1}"])
def test_nothing_is_added_where_no_list_can_be(text: str) -> None:
    with pytest.raises(Unclear):
        add(text, "list", ENTRY)


@pytest.mark.parametrize("around", ["a: 1", "list:\n  - time: x\n    title: y", "list: []"])
@given(words=st.text(st.characters(min_codepoint=32, max_codepoint=0x3FF), min_size=1))
def test_whatever_the_words_they_are_read_back_as_they_were(around: str, words: str) -> None:
    if any("\x7f" <= sign <= "\x9f" for sign in words):
        return  # no source may hold them
    read = parse(add(around, "list", {"time": "x", "title": words}), "dialog.md")
    entries = read.values["list"]
    assert isinstance(entries, list)
    assert entries[-1] == {"time": "x", "title": words}
