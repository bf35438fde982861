"""Links to a document in every form that an editor can write, and what becomes of each."""

import re
from pathlib import PurePosixPath

import pytest
from house.said import rules
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.findings import Refused
from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.source.prose import render
from markedsdialog.source.text import Source
from markedsdialog.withdrawal.target import Target
from markedsdialog.withdrawal.unlink import Unlinked, unlink

SITE = "https://dialog.eksempel.example"
FILE = PurePosixPath("dialoger/madservice/oplaeg.md")
TARGET = Target(DocumentKind.BRIEFING, FILE, "dialoger/madservice/oplaeg/")
DIALOG = FILE.with_name("dialog.md")
FACTS = "---\ntitle: En titel\n---\n"

TAKEN_OUT = {
    "a link": ("Læs [oplægget](oplaeg.md) nu.", "Læs oplægget nu."),
    "a link to a place in it": ("Læs [formålet](oplaeg.md#formaal).", "Læs formålet."),
    "two on one line": ("[Et](oplaeg.md) og [to](oplaeg.md#b).", "Et og to."),
    "one of two": (
        "[Et](oplaeg.md) og [rammen](spoergeramme.md).",
        "Et og [rammen](spoergeramme.md).",
    ),
    "with signs in its words": (
        "[**Fed** og `kode` og [klammer]](oplaeg.md)",
        "**Fed** og `kode` og [klammer]",
    ),
    "over two lines": ("Læs [det lange\noplæg](oplaeg.md).", "Læs det lange\noplæg."),
    "in angle brackets": ("Læs [det](<oplaeg.md>).", "Læs det."),
    "written in percent": ("Læs [det](%6Fplaeg.md).", "Læs det."),
    "a long way round": ("Læs [det](../madservice/./oplaeg.md).", "Læs det."),
    "by the site's address": (f"Læs [det]({SITE}/dialoger/madservice/oplaeg/#a).", "Læs det."),
    "in a list": ("Se\n\n- [oplægget](oplaeg.md)\n- andet", "Se\n\n- oplægget\n- andet"),
    "in a table": ("| A |\n| --- |\n| [b](oplaeg.md) |", "| A |\n| --- |\n| b |"),
    "in a heading": ("## Læs [det](oplaeg.md) {#laes}", "## Læs det {#laes}"),
    "with a picture in it": (
        "[![Kort](bilag/kort.png)](oplaeg.md)",
        "![Kort](bilag/kort.png)",
    ),
}
LEFT = (
    "Intet link til oplæg.md.",
    "Læs [et andet](../rengoering/oplaeg.md).",
    "Læs [et bilag](bilag/oplaeg.md.pdf).",
    f"Læs [et andet]({SITE}/dialoger/rengoering/oplaeg/).",
    "Læs [et andet](https://andre.example/dialoger/madservice/oplaeg/).",
    "Skriv `[oplægget](oplaeg.md)`.",
    "    [oplægget](oplaeg.md)",
    r"Skriv \[oplægget](oplaeg.md).",
)
BY_HAND = {
    "a definition": "Læs [oplægget][o].\n\n[o]: oplaeg.md",
    "a definition of its own name": "Læs [oplægget].\n\n[oplægget]: oplaeg.md",
    "a picture": "![Oplæg](oplaeg.md)",
    "an address of its own": f"<{SITE}/dialoger/madservice/oplaeg/>",
    "braces behind it": "Læs [oplægget](oplaeg.md){: lang=en }.",
    "an entity": "Læs [oplægget](oplaeg&#46;md).",
    "an escaped dot": r"Læs [oplægget](oplaeg\.md).",
    "code on the same line": "[oplægget](oplaeg.md) skrives `[oplægget](oplaeg.md)`.",
    "words that would be a list": "[1. maj](oplaeg.md) var en dag.",
    "words that would be a heading": "[# 5](oplaeg.md) er et nummer.",
    "a link around it": "[![Kort](oplaeg.md)](spoergeramme.md)",
}


def _unlinked(prose: str, place: PurePosixPath = DIALOG) -> Unlinked:
    return unlink(Source(f"content/{place}", FACTS + prose), place, TARGET, SITE)


@pytest.mark.parametrize("case", TAKEN_OUT)
def test_a_link_to_the_document_leaves_its_words(case: str) -> None:
    written, left = TAKEN_OUT[case]
    done = _unlinked(written)
    assert done.text == FACTS + left
    assert done.lines


@pytest.mark.parametrize("prose", LEFT)
def test_what_is_no_link_to_the_document_stays_as_it_is(prose: str) -> None:
    assert _unlinked(prose) == Unlinked(FACTS + prose)


@pytest.mark.parametrize("case", BY_HAND)
def test_a_link_of_any_other_form_is_left_to_a_human(case: str) -> None:
    found = rules(lambda: _unlinked(BY_HAND[case]))
    assert {rule for _, rule in found} == {"withdraw/link"}


def test_each_link_is_told_with_its_line() -> None:
    prose = "Læs [a](oplaeg.md) og [b](oplaeg.md).\n\nLæs [c\nd](oplaeg.md)."
    assert _unlinked(prose).lines == (4, 4, 7)
    assert rules(lambda: _unlinked("Et\n\n![a](oplaeg.md)\n\n![b](oplaeg.md)")) == [
        (6, "withdraw/link"),
        (8, "withdraw/link"),
    ]


@pytest.mark.parametrize(
    ("place", "link"),
    [
        ("dialoger/madservice/referater/a.md", "../oplaeg.md"),
        ("dialoger/rengoering/oplaeg.md", "../madservice/oplaeg.md"),
        ("sider/om.md", "../dialoger/madservice/oplaeg.md"),
    ],
)
def test_a_link_is_read_from_the_file_in_which_it_stands(place: str, link: str) -> None:
    assert _unlinked(f"Se [det]({link}).", PurePosixPath(place)).text == f"{FACTS}Se det."
    assert _unlinked("Se [det](oplaeg.md).", PurePosixPath(place)).lines == ()


def test_a_framework_is_read_as_one() -> None:
    framework = """
Se [oplægget](oplaeg.md).

## 1. Pris {#pris}

Vi [spørger](oplaeg.md#pris).
- Hvad [koster](oplaeg.md) det? {#pris-krav}

  Se [mere](oplaeg.md).

## Afslutning

- Andet?
"""
    done = _unlinked(framework, FILE.with_name("spoergeramme.md"))
    assert "](" not in done.text
    assert done.lines == (5, 9, 10, 12)


@given(
    words=st.text(st.sampled_from("ab 1.-*_`[]()#!\\\n<>{}:|&;æ"), min_size=1, max_size=12),
    before=st.sampled_from(["", "Se ", "- ", "a\n", "> "]),
)
def test_whatever_its_words_a_reader_sees_the_same_or_a_human_decides(
    words: str, before: str
) -> None:
    prose = f"{before}[{words}](oplaeg.md) slut"
    try:
        done = _unlinked(prose)
    except Refused:
        return
    seen, was = (render(text, "a.md", 1, str) for text in (done.text.removeprefix(FACTS), prose))
    assert re.sub("</?a[^>]*>", "", seen.html) == re.sub("</?a[^>]*>", "", was.html)
    assert 'href="oplaeg.md"' not in seen.html
