"""The two real documents stand on the site word for word, as their Markdown files have them."""

import re
from pathlib import Path

from house.project import ROOT
from house.reading import one, pages, texts, words

DIALOGUES = ROOT / "content/dialoger"
ASKING = "helhedsorienteret-beskaeftigelsesindsats"
ANSWERED = "indsats-for-udsatte-ledige-og-sygemeldte"


def body(path: str) -> str:
    """Return the Markdown of a file, below its facts."""
    return (DIALOGUES / path).read_text("utf-8").split("\n---\n", 1)[1]


def plain(markdown: str) -> str:
    """Return the words of Markdown: without its signs, which a reader does not see."""
    text = re.sub(r"^(#+|-|>|\d+\.) +", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    return "".join(text.split())


def seen(text: str) -> str:
    return "".join(text.split())


def test_the_framework_has_its_27_questions_word_for_word(real: Path) -> None:
    source = body(f"{ASKING}/spoergeramme.md")
    written = re.findall(r"^- (.+)$", source, flags=re.MULTILINE)
    page = pages(real)[f"dialoger/{ASKING}/spoergeramme/index.html"]
    assert texts(page, ".question-text") == written
    assert len(written) == 27
    assert words(one(page, ".framework-count")) == "27 spørgsmål"


def test_the_framework_has_7_numbered_themes_and_a_closing_one(real: Path) -> None:
    source = body(f"{ASKING}/spoergeramme.md")
    page = pages(real)[f"dialoger/{ASKING}/spoergeramme/index.html"]
    assert texts(page, ".theme-block h2") == re.findall(r"^## (.+)$", source, flags=re.MULTILINE)
    numbers = texts(page, ".question-number")
    assert [number[0] for number in numbers] == sorted(
        "1" * 4 + "2" * 3 + "3" * 4 + "4" * 3 + "5" * 3 + "6" * 3 + "7" * 4
    )
    assert len(page.select(".theme-block")) == 8


def test_the_leads_of_the_themes_are_word_for_word(real: Path) -> None:
    source = body(f"{ASKING}/spoergeramme.md")
    leads = re.findall(r"^Kommunen ønsker .+$", source, flags=re.MULTILINE)
    page = pages(real)[f"dialoger/{ASKING}/spoergeramme/index.html"]
    assert texts(page, ".theme-block .prose") == leads
    assert len(leads) == 7


def test_the_briefing_is_word_for_word_with_its_8_labelled_elements(real: Path) -> None:
    source = body(f"{ASKING}/oplaeg.md")
    prose = one(pages(real)[f"dialoger/{ASKING}/oplaeg/index.html"], ".prose")
    assert seen(prose.get_text()) == plain(source)
    labels = texts(prose, "li > strong")
    assert labels == re.findall(r"^- \*\*(.+?)\*\*", source, flags=re.MULTILINE)
    assert len(labels) == 8


def test_the_minutes_are_word_for_word(real: Path) -> None:
    source = body(f"{ANSWERED}/referater/dialogmoede-leverandoer-j.md")
    page = pages(real)[f"dialoger/{ANSWERED}/referater/dialogmoede-leverandoer-j/index.html"]
    assert seen(one(page, ".prose").get_text()) == plain(source)
    assert len(page.select(".prose li")) == len(re.findall(r"^- ", source, flags=re.MULTILINE)) > 10


def test_what_the_real_documents_do_not_tell_is_not_invented(real: Path) -> None:
    for slug in (ASKING, ANSWERED):
        page = pages(real)[f"dialoger/{slug}/index.html"]
        assert "Svarfrist: ikke oplyst" in words(one(page, ".stage"))
        assert "Forventet værdi ikke oplyst" in words(one(page, ".fact-box"))
        assert page.select(".banner") == [] or slug == ANSWERED


def test_the_invented_dialogue_says_so_on_each_page(real: Path) -> None:
    own = {file: page for file, page in pages(real).items() if "/eksempel-" in file}
    assert len(own) > 3
    for file, page in own.items():
        assert "Eksempel - dialogen er opdigtet" in words(one(page, "p.banner")), file
