import re
from unittest import mock

import pytest
from bs4 import BeautifulSoup
from house.said import rules
from hypothesis import example, given
from hypothesis import strategies as st

from markedsdialog.findings import Refused
from markedsdialog.model.prose import Heading, Prose
from markedsdialog.source import marks
from markedsdialog.source.prose import ATTRIBUTES, TAGS, UnknownTarget, render
from markedsdialog.source.text import UNSEEN

FIRST = 10
RAW = "prose/raw-html"


def resolve(written: str) -> str:
    """Know `fil.md` and places on the same page, and nothing else."""
    known = {"fil.md": "../fil/", "#sted": "#sted", "plan.png": "plan.png"}
    if written not in known:
        raise UnknownTarget("A link must lead to a file")
    return known[written]


def shown(text: str, *, is_part: bool = False) -> Prose:
    return render(text, "a.md", FIRST, resolve, is_part=is_part)


def found(text: str, *, is_part: bool = False) -> list[tuple[int, str]]:
    return rules(lambda: shown(text, is_part=is_part))


GOLDEN = {
    "Hej\ndu": "<p>Hej\ndu</p>",
    "Hej  \ndu": "<p>Hej<br>\ndu</p>",
    "*a* **b** `c`": "<p><em>a</em> <strong>b</strong> <code>c</code></p>",
    "a_b_c og 3*4*5": "<p>a_b_c og 3<em>4</em>5</p>",
    "## Om": '<h2 id="om">Om</h2>',
    "## Målgruppe og økonomi": '<h2 id="maalgruppe-og-oekonomi">Målgruppe og økonomi</h2>',
    "## A\n## A": '<h2 id="a">A</h2>\n<h2 id="a_1">A</h2>',
    "## A {#et-ord}": '<h2 id="et-ord">A</h2>',
    "a\n{: lang=en }": '<p lang="en">a</p>',
    "- a\n- b": "<ul>\n<li>a</li>\n<li>b</li>\n</ul>",
    "3. a\n4. b": '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>',
    "> a": "<blockquote>\n<p>a</p>\n</blockquote>",
    "a\n\n---\n\nb": "<p>a</p>\n<hr>\n<p>b</p>",
    "    kode <b>": "<pre><code>kode &lt;b&gt;\n</code></pre>",
    "| a | b |\n|---|--:|\n| 1 | 2 |": (
        '<table>\n<thead>\n<tr>\n<th>a</th>\n<th class="right;">b</th>\n</tr>\n</thead>\n<tbody>\n'
        '<tr>\n<td data-label="a">1</td>\n<td class="right;" data-label="b">2</td>\n</tr>\n'
        "</tbody>\n</table>"
    ).replace(";", ""),
    "|||||||\n|-|-|-|-|-|-|\n||1|2|3|4|5|": (
        '<div aria-label="1, 2, 3" class="wide-table" role="group" tabindex="0">\n<table>\n<thead>'
        "\n<tr>"
        + 6 * "\n<th></th>"
        + "\n</tr>\n</thead>\n<tbody>\n<tr>\n<td></td>\n"
        + "".join(f"<td>{number}</td>\n" for number in range(1, 6))
        + "</tr>\n</tbody>\n</table>\n</div>"
    ),
    "[a](fil.md)": '<p><a class="lone-link" href="../fil/">a</a></p>',
    "- [a](fil.md)": '<ul>\n<li><a class="lone-link" href="../fil/">a</a></li>\n</ul>',
    "Se [a](fil.md)": '<p>Se <a href="../fil/">a</a></p>',
    "<https://a.example/?b=1&c=2>": (
        '<p><a class="lone-link" href="https://a.example/?b=1&amp;c=2">'
        "https://a.example/?b=1&amp;c=2</a></p>"
    ),
    "<post@a.example>": (
        '<p><a class="lone-link" href="mailto:post@a.example">post@a.example</a></p>'
    ),
    "![En plan](plan.png)": '<p><img alt="En plan" src="plan.png"></p>',
    "[TOC]": "<p>[TOC]</p>",
    "a\n\n* * *": "<p>a</p>\n<hr>",
    "> - a\n> - b": "<blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</blockquote>",
    "> | a |\n> |---|\n> | b |": (
        "<blockquote>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        '<td data-label="a">b</td>\n</tr>\n</tbody>\n</table>\n</blockquote>'
    ),
    "> ## a": '<blockquote>\n<h2 id="a">a</h2>\n</blockquote>',
    "- - a": "<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>",
    "": "",
    " \n\t\n": "",
}


@pytest.mark.parametrize("text", GOLDEN)
def test_markdown_becomes_html(text: str) -> None:
    assert shown(text).html == GOLDEN[text]


RAW_HTML = {
    "<b>a</b>": [10],
    "a <b>b</b>": [10],
    "a\nb <i>c\nd": [11],
    "<div>\nx\n</div>": [10, 12],
    "<!-- a -->": [10],
    "a\n\n<!-- b\nc -->": [12],
    "a <!-- b": [10],
    "<?php echo 1 ?>": [10],
    "<!DOCTYPE html>": [10],
    "<![CDATA[x]]>": [10],
    "x\n\n<script>alert(1)</script>": [12],
    "<script\nsrc=x>": [10],
    "<SCRIPT": [10],
    "a <svg/onload=x>": [10],
    "a <b": [10],
    "a</p>": [10],
    "\\<b>": [10],
    "- a\n- <b>\n- c": [11],
    "- a\n\n  - b\n    <b>": [13],
    "> a\n> <b>": [11],
    "| a |\n|---|\n| b |\n| <b>c |": [13],
    "| <b>a | b |\n|---|---|\n| c | d |": [10],
    "## A <b>": [10],
    "**a <b>**": [10],
    "*<b>*": [10],
    "[<b>](fil.md)": [10],
    "[a](fil.md) <b>": [10],
    "![<b>](plan.png)": [10],
    "<javascript:alert(1)>": [10],
    "`<i>` <b>": [10],
    "    <i>\n\na\n<b>": [13],
    "&lt;i&gt;\n<b>": [11],
    "a\nA\n===\n<b>": [13],
}


@pytest.mark.parametrize("text", RAW_HTML)
def test_raw_html_is_found_on_its_line_in_every_shape(text: str) -> None:
    assert [place for place in found(text) if place[1] == RAW] == [
        (line, RAW) for line in RAW_HTML[text]
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("børn <18 år", "<p>børn &lt;18 år</p>"),
        ("a < b > c", "<p>a &lt; b &gt; c</p>"),
        ("a <3", "<p>a &lt;3</p>"),
        ("`<b>` og `</b>`", "<p><code>&lt;b&gt;</code> og <code>&lt;/b&gt;</code></p>"),
        ("``a ` <b>``", "<p><code>a ` &lt;b&gt;</code></p>"),
        ("&lt;b&gt; &amp; &copy;", "<p>&lt;b&gt; &amp; ©</p>"),
        ("A & B", "<p>A &amp; B</p>"),
    ],
)
def test_a_sign_that_opens_no_tag_is_text(text: str, html: str) -> None:
    assert shown(text).html == html


FAULTY = {
    "a\n\n# T": [(12, "prose/title-twice")],
    "T\n=": [(10, "prose/title-twice")],
    "## a\n\n#### b": [(12, "prose/heading-skipped")],
    "### a": [(10, "prose/heading-skipped")],
    "## a\n### b\n#### c\n##### d": [(13, "prose/heading-deep")],
    "a\n\n## [b](fil.md)\n#### c": [(13, "prose/heading-skipped")],
    "![](plan.png)": [(10, "prose/image-alt")],
    "a\n![ ](plan.png)": [(11, "prose/image-alt")],
    "![](gone.png)": [(10, "prose/image-alt"), (10, "prose/link")],
    "a\n\n## b {.x}": [(12, "prose/attribute")],
    "## a {onclick=x}": [(10, "prose/attribute")],
    "a\n\nb\n{: style=x }": [(12, "prose/attribute")],
    "a\nb *c*{: onclick=x }": [(11, "prose/attribute")],
    "[a](fil.md){target=_blank}": [(10, "prose/attribute")],
    "[a](fil.md 'Titel')": [(10, "prose/attribute")],
    "a\nb **c**{d}": [(11, "prose/attribute")],
    "## a {1}": [(10, "prose/attribute")],
    "*a*{id}": [(10, "prose/attribute")],
    "## a {#A}": [(10, "prose/id")],
    "## a {#b}\n\n## c {#b}": [(12, "prose/duplicate-id")],
    "a\n- b\n- c": [(11, "prose/list-swallowed"), (12, "prose/list-swallowed")],
    "a\n1. b": [(11, "prose/list-swallowed")],
}


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_of_form_is_told_by_line_and_rule(text: str) -> None:
    assert found(text) == FAULTY[text]


@pytest.mark.parametrize("text", ["a\n12. maj", "a - b\nc", "- a\n- b", "a\n\n- b", "a\n-b"])
def test_what_only_looks_like_a_list_is_text(text: str) -> None:
    assert shown(text).html


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a\n\n## b", "prose/heading-in-part"),
        ("a\n\nb\n---", "prose/heading-in-part"),
        ("a\n\nb\n{: #c }", "prose/id-in-part"),
    ],
)
def test_a_part_of_a_page_has_neither_headings_nor_ids(text: str, rule: str) -> None:
    assert found(text, is_part=True) == [(12, rule)]
    assert shown(text).html


BAD_ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:x",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://a.example/",
    "c:/x",
    "https:",
    "https:///x",
    "https:a.example",
    "https://[",
    "mailto:",
    "gone.md",
    "",
]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
@pytest.mark.parametrize("form", ["a\n[b]({})", "a\n[b](<{}>)", "a\n![b]({})"])
def test_an_address_that_leads_nowhere_good_is_found(form: str, address: str) -> None:
    assert found(form.format(address)) == [(11, "prose/link")]


LINKS = {
    "[a](fil.md)": [("../fil/", 10)],
    "a\n[b](fil.md) c\n[d](#sted)": [("../fil/", 11), ("#sted", 12)],
    "a [b\nc](fil.md) d": [("../fil/", 11)],
    "[a][x]\n\n\n[x]: fil.md": [("../fil/", 13)],
    "[a][x] b\n[c](#sted)\n\n[x]: fil.md": [("../fil/", 13), ("#sted", 11)],
    "[x]\n\n[x]: <fil.md>": [("../fil/", 12)],
    "a\n<https://a.example/>": [("https://a.example/", 11)],
    "a\n\n<post@a.example>": [("mailto:post@a.example", 12)],
    "- a\n- b\n\n    [c](fil.md)\n\n- [d](#sted)": [("../fil/", 13), ("#sted", 15)],
    "> a\n> [b](fil.md)": [("../fil/", 11)],
    "| a |\n|---|\n| b |\n| [c](fil.md) |\n| [d](#sted) |": [("../fil/", 13), ("#sted", 14)],
    "## a\n\n## [b](fil.md)": [("../fil/", 12)],
    "a\n**[b](fil.md)**": [("../fil/", 11)],
    "a\n![b](plan.png)": [("plan.png", 11)],
    "[![b](plan.png)](fil.md)": [("plan.png", 10), ("../fil/", 10)],
    "[a](https://a.example/?b=1&amp;c=2)": [("https://a.example/?b=1&c=2", 10)],
    "[a](https://a.example/?b=1&amp;lt;=2)": [("https://a.example/?b=1&lt;=2", 10)],
    "<https://a.example/\\-b>": [("https://a.example/-b", 10)],
    "[a](https://a.example/b\\_c)": [("https://a.example/b_c", 10)],
    "`[a](fil.md)`": [],
}


@pytest.mark.parametrize("text", LINKS)
def test_each_link_is_told_as_a_browser_reads_it_and_with_its_line(text: str) -> None:
    prose = shown(text)
    assert [(link.href, link.line) for link in prose.links] == LINKS[text]
    assert {link.path for link in prose.links} <= {"a.md"}
    assert _addresses(prose.html) == sorted(link.href for link in prose.links)


def _addresses(html: str) -> list[str]:
    soup = BeautifulSoup(html, "html.parser")
    return sorted(
        str(tag[name]) for name in ("href", "src") for tag in soup.find_all(attrs={name: True})
    )


def test_headings_are_told_in_order_with_their_ids() -> None:
    text = "## Om *os*\n\n### Mål & midler\n\n## Til sidst {#slut}"
    assert shown(text).headings == (
        Heading(2, "om-os", "Om os"),
        Heading(3, "maal-midler", "Mål &amp; midler"),
        Heading(2, "slut", "Til sidst"),
    )


def test_all_faults_of_a_text_are_told_at_once_and_the_next_text_starts_afresh() -> None:
    text = "# a\n\n[b](gone.md)\n\n![](plan.png) <b>"
    assert found(text) == [
        (10, "prose/title-twice"),
        (12, "prose/link"),
        (14, "prose/image-alt"),
        (14, RAW),
    ]
    assert shown("## a").html == '<h2 id="a">a</h2>'
    assert found("[x][y]\n\n[y]: gone.md") == [(12, "prose/link")]
    assert shown("[x][y]").html == "<p>[x][y]</p>"


pieces = st.sampled_from(
    ["<script>", "</script", "<img src=x onerror=y>", "<!--", "-->", "<b", ">", "[a](", ")", "![",
     "](fil.md)", "javascript:", "&#106;", "&lt;", "`", "```\n", "    ", "\n", "\n\n", "- ", "1. ",
     "## ", "| a | b |\n|---|---|\n", "|", "> ", "{#a}", "{: onclick=x }", "{: #b }", "*", "**",
     "_", "\\", "[x]: ", "[x]", "<https://a.example/", "<a@b.example>", "a", "ø", "klzzwxh:0001",
     "===", "---", "\t", "&", "'", '"', "onload="]
)  # fmt: skip
texts = st.lists(pieces, max_size=14).map("".join) | st.text(max_size=60).map(
    lambda text: UNSEEN.sub("", text)
)


@given(texts, st.booleans())
def test_any_text_is_refused_or_becomes_html_that_holds_nothing_but_what_is_allowed(
    text: str,
    is_part: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    try:
        prose = render(text, "a.md", FIRST, lambda written: written, is_part=is_part)
    except Refused as refusal:
        lines = {finding.line for finding in refusal.findings}
    else:
        lines = set()
        _hold_what_is_allowed(prose)
    last = FIRST + text.count("\n") + text.count("\r")
    assert lines <= set(range(FIRST, last + 1))


def _hold_what_is_allowed(prose: Prose) -> None:
    assert not re.search("[\ue000\ue001\x02\x03]", prose.html)
    for tag in BeautifulSoup(prose.html, "html.parser").find_all():
        assert tag.name in TAGS
        assert set(tag.attrs) <= ATTRIBUTES["*"] | ATTRIBUTES.get(tag.name, set())
        address = str(tag.get("href", tag.get("src", "")))
        assert not re.match(r"\s*(javascript|data|vbscript):", address, re.IGNORECASE)


whole = st.sampled_from(
    ["[a](fil.md)", "[a](<fil.md>)", "![a](plan.png)", "<https://a.example/>", "<a@b.example>",
     "[a][x]", "\n\n[x]: fil.md\n", "`a`", " *a* ", " **a** ", " _a_ ", "a", "ø ", "2 ", " < ",
     "\n", "\n\n", "- ", "* ", "1. ", "## ", "> ", ">", "    ", "|", "\n\n| a | b |\n|---|---|\n",
     "---", "===", "* * *", "&amp;", "\\", "#"]
)  # fmt: skip


@given(st.lists(whole, max_size=14).map("".join))
@example(">     [a](fil.md)")
def test_marks_change_nothing_of_what_a_text_becomes(text: str) -> None:
    try:
        prose = render(text, "a.md", FIRST, lambda written: written)
    except Refused:
        return
    with mock.patch.object(marks, "add", lambda lines, _: list(lines)):
        plain = render(text, "a.md", FIRST, lambda written: written)
    assert "".join(plain.html.split()) == "".join(prose.html.split())


@given(texts)
def test_what_is_on_the_page_leads_where_the_links_say(text: str) -> None:
    try:
        prose = render(text, "a.md", FIRST, lambda written: written)
    except Refused:
        return
    assert _addresses(prose.html) == sorted(link.href for link in prose.links)
