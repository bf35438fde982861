from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.findings import Finding, Refused
from markedsdialog.model.prose import Prose
from markedsdialog.source import plain, prose

PIECES = [
    *" \n-+*_`\\[](){}<>#&|!.:;=~^\"'/?@1",
    "\n\n",
    "  \n",
    "    ",
    "- ",
    "2. ",
    "## ",
    "> ",
    "ord",
    "Æble",
    "§ 5",
    "50 %",
    "»ja«",
    "\u00a0",
    "\u00ad",
    "e\u0301",
    "[navn](oplaeg.md)",
    "[navn]: oplaeg.md",
    "<udbud@kommune.example>",
    "https://kommune.example",
    "{#id}",
    "{: lang=en }",
    "&nbsp;",
    "| a | b |\n| - | - |\n| c | d |",
]
KNOWN_PATTERNS = set(
    "backtick escape reference link image_link image_reference short_reference short_image_ref "
    "autolink automail linebreak entity em_strong".split()
)
signs = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
lines = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)
words = st.from_regex(plain._PLAIN_LINE, fullmatch=True)  # noqa: SLF001 - all that it takes


def _render(text: str) -> Prose | tuple[Finding, ...]:
    try:
        return prose.render(text, "content/x.md", 1, resolve=lambda written: written)
    except Refused as refused:
        return refused.findings


@contextmanager
def _markdown_alone() -> Iterator[None]:
    """Close the short ways past the one Markdown machine for a while."""
    processors = prose._machine()[0].treeprocessors  # noqa: SLF001 - the point is to compare
    keep_plain = processors["keep-plain"]
    processors.deregister("keep-plain")
    try:
        with patch.object(plain, "paragraph", return_value=None):
            yield
    finally:
        processors.register(keep_plain, "keep-plain", 21)


@given(signs | lines | words)
def test_plain_words_give_what_markdown_alone_gives(text: str) -> None:
    with _markdown_alone():
        expected = _render(text)
    assert _render(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hvad er vigtigst: pris (i år 1) eller kvalitet?",
        "Kommunen ønsker viden om »målgruppen« - og om 50 % af den, jf. § 5.",
        "\nÅ\n",
    ],
)
def test_a_plain_line_is_a_paragraph_without_markdown(text: str) -> None:
    assert plain.paragraph(text) == f"<p>{text.strip()}</p>"


@pytest.mark.parametrize(
    "text",
    [
        *("", " indrykket", "    kode", "1. punkt", "- punkt", "§ 5", "(nej)"),
        *("to\nlinjer", "sidst  ", "a *b*", "a_b_", "a <b", "a > b", "a & b", "[a](b)", "a `b`"),
        *(r"a \*", "a | b", "a {#b}", "fast\u00a0mellemrum", "tabulator\ther", "e\u0301n"),
    ],
)
def test_every_other_text_is_left_to_markdown(text: str) -> None:
    assert plain.paragraph(text) is None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Tekst `kode`.", "<p>Tekst <code>kode</code>.</p>"),
        (r"Et stjernetegn \*", "<p>Et stjernetegn *</p>"),
        ("**Fed** og *kursiv*", "<p><strong>Fed</strong> og <em>kursiv</em></p>"),
        ("_kursiv_", "<p><em>kursiv</em></p>"),
        ("Se [oplæg](oplaeg.md)", '<p>Se <a href="oplaeg.md">oplæg</a></p>'),
        ("<https://kommune.example>", None),
        ("To  \nlinjer", "<p>To<br>\nlinjer</p>"),
        ("A &amp; B", "<p>A &amp; B</p>"),
        ("A & B", "<p>A &amp; B</p>"),
        ("## *Fed* overskrift", '<h2 id="fed-overskrift"><em>Fed</em> overskrift</h2>'),
        ("- et\n- **to**", "<ul>\n<li>et</li>\n<li><strong>to</strong></li>\n</ul>"),
    ],
)
def test_each_sign_of_markdown_still_counts(text: str, html: str | None) -> None:
    rendered = _render(text)
    assert isinstance(rendered, Prose)
    if html is None:
        assert rendered.links
    else:
        assert rendered.html == html


def test_every_inline_pattern_is_one_whose_sign_is_known() -> None:
    patterns = prose._machine()[0].inlinePatterns  # noqa: SLF001 - a new one may have a new sign
    assert {name for name in KNOWN_PATTERNS if name in patterns} == KNOWN_PATTERNS
    assert len(patterns) == len(KNOWN_PATTERNS)
