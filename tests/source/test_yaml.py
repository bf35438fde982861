import pytest
import yaml as library
from house.said import refused, rules
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.findings import Refused
from markedsdialog.source.yaml import MOST_LEVELS, parse

LEVELS = MOST_LEVELS - 1
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    "scalar", ["1.10", "03000000", "12:30", "no", "null", "~", "0x1F", "1e3", "2026-12-15", "=", ""]
)
def test_a_scalar_stays_the_text_that_the_editor_wrote(scalar: str) -> None:
    assert parse(f"key: {scalar}", "a").values == {"key": scalar}


GOOD: dict[str, dict[str, object]] = {
    "a: 'x # y'\nb: \"æ\\u00f8\"": {"a": "x # y", "b": "æø"},
    "a: |\n  x\n  y\n": {"a": "x\ny\n"},
    "a: >-\n  x\n  y\n": {"a": "x y"},
    "a: x\n  y": {"a": "x y"},
    "a:\n- b: 1\n  c: 2\n- d\n": {"a": [{"b": "1", "c": "2"}, "d"]},
    "a: {}\nb: []": {"a": {}, "b": []},
    "<<: {a: 1}": {"<<": {"a": "1"}},
    "# ord\na: 1\n# ord": {"a": "1"},
    "---\na: 1\n...\n": {"a": "1"},
    f"a: {'[' * LEVELS}{']' * LEVELS}": {
        "a": library.safe_load("[" * LEVELS + "]" * LEVELS),
    },
}


@pytest.mark.parametrize("text", GOOD)
def test_facts_are_read(text: str) -> None:
    assert parse(text, "a").values == GOOD[text]


FAULTY: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "nothing": ("", [(2, "yaml/no-facts")]),
    "a comment alone": ("# ord\n\n", [(2, "yaml/no-facts")]),
    "a list": ("\n- a", [(3, "yaml/not-facts")]),
    "a word": ("hej", [(2, "yaml/not-facts")]),
    "an alias alone": ("*a", [(2, "yaml/not-facts")]),
    "duplicate": ("a: 1\nb: 2\na: 3", [(4, "yaml/duplicate-key")]),
    "duplicate inside": ("x:\n- a: 1\n  a: 2", [(4, "yaml/duplicate-key")]),
    "alias": ("a: 1\nb: *x", [(3, "yaml/alias")]),
    "anchor": ("a: &x 1", [(2, "yaml/anchor")]),
    "anchor on a list": ("a:\n  &x\n  - 1", [(3, "yaml/anchor")]),
    "anchor on all": ("&x\na: 1", [(2, "yaml/anchor")]),
    "anchor on a key": ("&x a: 1", [(2, "yaml/key")]),
    "tag": ("a: !!python/object/apply:os.system [x]", [(2, "yaml/tag")]),
    "tag on all": ("!!map\na: 1", [(2, "yaml/tag")]),
    "own tag": ("a: 1\nb: !x 1", [(3, "yaml/tag")]),
    "a list as a key": ("a: 1\n? [b]\n: c", [(3, "yaml/key")]),
    "two documents": ("a: 1\n---\nb: 2", [(3, "yaml/two-documents")]),
    "too deep": ("\n".join("  " * n + "k:" for n in range(500)), [(15, "yaml/too-deep")]),
    "too deep in lists": ("a:\n  " + "- " * 5000, [(3, "yaml/too-deep")]),
    "flow too deep": ("a: 1\nb: " + "[" * 100_000, [(3, "yaml/too-deep")]),
    "flow too deep at once": ("[" * 100_000, [(2, "yaml/not-facts")]),
    "braces too deep": ("a: " + "{" * 100_000, [(2, "yaml/key")]),
    "braces too deep in values": ("a: " + "{a: " * 100_000, [(2, "yaml/too-deep")]),
    "a remark behind a value": ("a: Udbud nr. #3\nb: c", [(2, "yaml/hidden")]),
    "two colons": ("a: 1\nb: c: d", [(3, "yaml/broken")]),
    "a tab": ("a:\n\tb: 1", [(3, "yaml/broken")]),
    "wrong indent": ("a: 1\n b: 2", [(3, "yaml/broken")]),
    "a quote left open": ("a: 1\nb: 'x\nc: 2\n", [(3, "yaml/broken")]),
    "a bracket left open": ("a: 1\nb: [x, y\n", [(3, "yaml/broken")]),
    "a line without a colon": ("a: 1\nb\n", [(3, "yaml/broken")]),
    "a control character": ("a: \x07", [(2, "yaml/broken")]),
    "an alias and a tag": ("a: *x\nb: !y 1", [(2, "yaml/alias"), (3, "yaml/tag")]),
    "an alias and broken": ("a: *x\nb: c: d", [(2, "yaml/alias"), (3, "yaml/broken")]),
}


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_yaml_is_told_by_line_and_rule(name: str) -> None:
    text, expected = FAULTY[name]
    assert rules(lambda: parse(text, "a", first_line=2)) == expected


def test_a_bomb_of_aliases_is_refused_before_anything_grows() -> None:
    found = rules(lambda: parse(BOMB, "a"))
    assert {rule for _, rule in found} == {"yaml/alias", "yaml/anchor"}
    assert {line for line, _ in found} == set(range(1, 22))


LINES = """\
title: x
lead: >
  long
contact:
  unit: y
lots:
  - number: 1
    title: a

  - number: 2
    title: |
      b
languages: [da,
  en]
"""


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ((), 11),
        (("title",), 11),
        (("lead",), 12),
        (("contact",), 14),
        (("contact", "unit"), 15),
        (("lots",), 16),
        (("lots", 0), 17),
        (("lots", 0, "title"), 18),
        (("lots", 1), 20),
        (("lots", 1, "number"), 20),
        (("lots", 1, "title"), 21),
        (("languages", 0), 23),
        (("languages", 1), 24),
        (("lots", 1, "unknown"), 20),
        (("lots", 7), 16),
        (("gone",), 11),
    ],
)
def test_each_value_stands_on_its_line_and_a_missing_one_on_the_nearest(
    where: tuple[str | int, ...], line: int
) -> None:
    assert parse(LINES, "a", first_line=11).line(where) == line


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=30)
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(words.filter(bool), values, min_size=1, max_size=4))
def test_any_mapping_of_texts_that_yaml_writes_is_read_back_equal(
    mapping: dict[str, object],
) -> None:
    text = library.safe_dump(mapping, allow_unicode=True, default_style='"')
    plain = text.replace("!!str ", "")
    assert parse(plain, "a").values == mapping


@given(st.text(alphabet="ab:-[]{}'\"|>&*!?#,%@ \n\t", max_size=60))
def test_any_text_is_facts_or_refused_on_a_line_that_it_has(text: str) -> None:
    try:
        lines = set(parse(text, "a").lines.values())
    except Refused as refusal:
        lines = {finding.line for finding in refusal.findings}
    assert lines
    assert lines <= set(range(1, text.count("\n") + 2))


@pytest.mark.parametrize(
    "template",
    ["{}: *{}", "a: &{} {}", "a: !{} x", "{}", "- {}", "a: '{}", "a: [{}", "? [{}]\n: x",
     "a: {}: b", "a: @{}", 'a: "\\{}"', "{0}: 1\n{0}: 2"],
)  # fmt: skip
def test_no_finding_repeats_what_the_editor_wrote(template: str) -> None:
    text = template.replace("{}", "hemmelignavn").replace("{0}", "hemmelignavn")
    found = refused(lambda: parse(text, "a"))
    assert found
    assert not any("hemmelig" in str(finding) for finding in found)
