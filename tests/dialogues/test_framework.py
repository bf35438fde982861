import re
from html import unescape

import pytest
from house.said import rules
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.dialogues.framework import read_framework
from markedsdialog.findings import Refused
from markedsdialog.model.framework import Framework
from markedsdialog.model.prose import TextFacts
from markedsdialog.source.frontmatter import Document
from markedsdialog.source.text import UNSEEN
from markedsdialog.source.yaml import Facts

FIRST = 10


def framework(text: str) -> Framework:
    document = Document("f.md", Facts(), text, FIRST)
    return read_framework(TextFacts(title="Ramme"), document, lambda written: written)


def found(text: str) -> list[tuple[int, str]]:
    return rules(lambda: framework(text))


def test_a_framework_is_read_with_numbers_ids_leads_and_a_closing_theme() -> None:
    text = """Svar *kort*.

## 1. Målgruppe

Kommunen ønsker viden.

Særligt om alder.

- Hvem er målgruppen?
- Beskriv behovet
  på flere linjer

  og i flere afsnit

## 2. Økonomi {#pris}
* Hvad koster det? {#hvad}
+ Og mere

## Afslutning
- Er der andet
"""
    read = framework(text)
    assert read.introduction.html == "<p>Svar <em>kort</em>.</p>"
    assert [(theme.id, theme.number, theme.title) for theme in read.themes] == [
        ("maalgruppe", 1, "Målgruppe"),
        ("pris", 2, "Økonomi"),
        ("afslutning", None, "Afslutning"),
    ]
    assert [theme.lead.html for theme in read.themes] == [
        "<p>Kommunen ønsker viden.</p>\n<p>Særligt om alder.</p>",
        "",
        "",
    ]
    assert [
        (one.id, one.number, one.prose.html) for theme in read.themes for one in theme.questions
    ] == [
        ("maalgruppe-1", "1.1", "<p>Hvem er målgruppen?</p>"),
        (
            "maalgruppe-2",
            "1.2",
            "<p>Beskriv behovet\npå flere linjer</p>\n<p>og i flere afsnit</p>",
        ),
        ("hvad", "2.1", "<p>Hvad koster det?</p>"),
        ("pris-2", "2.2", "<p>Og mere</p>"),
        ("afslutning-1", "", "<p>Er der andet</p>"),
    ]
    assert read.question_count == 5


FORM = "framework/question-form"
HEADING = "framework/heading"
ORDER = "framework/number-out-of-order"
EMPTY = "framework/no-questions"
NOWHERE = "framework/text-nowhere"
PART = "prose/heading-in-part"
SWALLOWED = "prose/list-swallowed"

FAULTY: dict[str, list[tuple[int, str]]] = {
    "": [(1, "framework/no-themes")],
    "Kun tekst": [(1, "framework/no-themes")],
    "## 1. A": [(10, EMPTY)],
    "## 1. A\n\nlead\n\n## 2. B\n- q": [(10, EMPTY)],
    "## 1. A\n- q\n## B": [(12, EMPTY)],
    "## 2. A\n- q": [(10, ORDER)],
    "## 0. A\n- q": [(10, ORDER)],
    "## 1. A\n- q\n## 3. B\n- q\n## 4. C\n- q": [(12, ORDER)],
    "## 1. A\n- q\n\n## 1. B\n- q": [(13, ORDER)],
    "## 1. A\n- q\n## B\n- q\n## 2. C\n- q": [(14, "framework/number-after-closing")],
    "## 1. A\n- q\n## 2. a\n- q": [(12, "framework/duplicate-id"), (13, "framework/duplicate-id")],
    "## 1. A {#x}\n- q {#x}": [(11, "framework/duplicate-id")],
    "## 1. A\n- q {#b}\n- r {#b}": [(12, "framework/duplicate-id")],
    "## 1. A {#X}\n- q": [(10, "framework/id"), (11, "framework/id")],
    "## 1. A\n- q {#}": [(11, "framework/id")],
    "## 1. A\n- q {#a b}": [(11, "framework/id")],
    "## 1. ?\n- q": [(10, "framework/id"), (11, "framework/id")],
    "## 1.\n- q": [(10, HEADING)],
    "## 1.A\n- q": [(10, HEADING)],
    "## 1) A\n- q": [(10, HEADING)],
    "##1. A\n- q": [(10, HEADING)],
    "##\t1. A\n- q": [(10, HEADING)],
    " ## 1. A\n- q": [(10, HEADING)],
    "## " + "9" * 5000 + ". A\n- q": [(10, HEADING)],
    "# A\n\n## 1. B\n- q": [(10, HEADING)],
    "## 1. A\n### B\n- q": [(11, HEADING)],
    "## 1. A\n- q\n\n### B\n- r": [(13, HEADING)],
    "## 1. A\n- q\n  ## 2. B": [(12, HEADING)],
    "## 1. A\n- ## B": [(11, PART)],
    "## 1. A\nB\n---\n- q": [(11, PART)],
    "## 1. A\n- q\n---": [(11, PART)],
    "B\n===\n\n## 1. A\n- q": [(10, PART)],
    "## 1. A\n1. q\n2. r": [(11, FORM), (12, FORM)],
    "## 1. A\n• q": [(11, FORM)],
    "## 1. A\n-\tq": [(11, FORM)],
    "## 1. A\n - q\n- r": [(11, FORM)],
    "## 1. A\n-\n- r": [(11, FORM)],
    "## 1. A\n- ?\n- r": [(11, FORM)],
    "## 1. A\n- q\n- - -": [(12, FORM)],
    "## 1. A\n- q\n * r": [(12, SWALLOWED)],
    "## 1. A\n- q\n    - r": [(12, SWALLOWED)],
    "## 1. A\n- q\n\nb": [(13, NOWHERE)],
    "## 1. A\n- q\n\n b": [(13, NOWHERE)],
    "## 1. A\n- q\n\n> b\n\nc": [(13, NOWHERE), (15, NOWHERE)],
    "## 1. A\n- [b][c]\n\n[c]: d": [(13, "framework/definition")],
    "[c]: d\n\n## 1. A\n- [b][c]": [(10, "framework/definition")],
    "## 1. A **b**\n- q": [(10, "framework/title")],
    "## 1. [A](b)\n- q": [(10, "framework/title")],
    "## 1. A &amp; B\n- q": [(10, "framework/title")],
    "## 1. <b>A</b>\n- q": [(10, "prose/raw-html")],
    "<b>\n\n## 1. A\n\n<i>\n\n- q\n  r\n\n  <u>": [
        (10, "prose/raw-html"),
        (14, "prose/raw-html"),
        (19, "prose/raw-html"),
    ],
    "## 1. A\n- q\n\n  [a](javascript:b)": [(13, "prose/link")],
    "## 1. A\n- b\n{: #c }": [(11, "prose/id-in-part")],
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_malformed_framework_is_told_by_line_and_rule(text: str) -> None:
    assert found(text) == FAULTY[text]


def test_a_question_may_hold_a_list_of_its_own() -> None:
    (theme,) = framework("## 1. A\n- q\n\n  - b\n  - c\n- d").themes
    assert [one.prose.html for one in theme.questions] == [
        "<p>q</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>",
        "<p>d</p>",
    ]


words = st.text("abcdefgæøå 0123456789?,.%", min_size=1, max_size=25).map(
    lambda text: " ".join(["Ord", *text.split()])
)
themes = st.lists(
    st.tuples(words, st.lists(words, max_size=2), st.lists(words, min_size=1, max_size=4)),
    min_size=1,
    max_size=5,
)


@given(themes, st.integers(0, 2))
def test_a_framework_made_from_any_outline_reads_back_word_for_word(
    outline: list[tuple[str, list[str], list[str]]], closing: int
) -> None:
    numbered = len(outline) - min(closing, len(outline) - 1)
    text = ""
    for position, (title, lead, questions) in enumerate(outline, start=1):
        number = f"{position}. " if position <= numbered else ""
        paragraphs = "".join(f"{one}\n\n" for one in lead)
        listed = "".join(f"- {one}\n" for one in questions)
        text += f"## {number}{title} {{#t{position}}}\n\n{paragraphs}{listed}\n"
    read = framework(text)
    assert [
        (theme.title, _texts(theme.lead.html), [_texts(q.prose.html) for q in theme.questions])
        for theme in read.themes
    ] == [(title, lead, [[one] for one in questions]) for title, lead, questions in outline]
    assert [[q.number for q in theme.questions] for theme in read.themes] == [
        [f"{n}.{m}" if n <= numbered else "" for m in range(1, len(questions) + 1)]
        for n, (_, _, questions) in enumerate(outline, start=1)
    ]
    ids = [i for theme in read.themes for i in (theme.id, *(q.id for q in theme.questions))]
    assert len(set(ids)) == len(ids)


def _texts(html: str) -> list[str]:
    return [unescape(one) for one in re.findall("<p>(.*?)</p>", html, re.DOTALL)]


lines = st.sampled_from(
    ["", "## 1. A", "## 2. B", "## C", "- ", "- q", "  mere", "    dyb", "1. w", "w", " - w", "---",
     "===", "### w", "> w", "w {#x}", "- w {#y}", "| w | w |", "|---|---|", "[w]: w", "* * *",
     "```", "\tw", "#w", "##w", "<w>"]
) | st.text(max_size=12).map(lambda text: UNSEEN.sub("", text))  # fmt: skip


@given(st.lists(lines, max_size=12))
def test_every_word_of_any_text_is_in_the_framework_or_the_text_is_refused(
    written: list[str],
) -> None:
    text = "\n".join(written)
    try:
        read = framework(text)
    except Refused:
        return
    pieces = [read.introduction.html]
    for theme in read.themes:
        pieces += [theme.title, theme.id, theme.lead.html]
        pieces += [part for one in theme.questions for part in (one.id, one.prose.html)]
    shown = "\n".join(pieces)
    for letter in "wq":
        assert shown.count(letter) >= text.count(letter) - text.count("{#")
