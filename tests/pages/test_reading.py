"""How hard the site's own texts are to read: LIX, of which 45 is ordinary newspaper prose.

LIX (Björnsson 1968) is words a sentence plus the share, in per cent, of words of more than six
letters. Editors' texts are their own; ours are the standing pages and all words of the theme.
"""

import re
from pathlib import Path

import pytest
from browser.table import REPORTED
from bs4 import BeautifulSoup

MOST = 45
PAGES = ("om", "privatliv", "saadan-fjerner-vi-navne", "was")
WORD = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?:](?=\s|$)")
LONG = 6


def lix(texts: list[str]) -> float:
    """Return the LIX of passages; each ends a sentence, whether it says so or not."""
    words = [word for text in texts for word in WORD.findall(text)]
    sentences = sum(1 + len(SENTENCE_END.findall(text.rstrip(".!?: "))) for text in texts)
    long = sum(len(word) > LONG for word in words)
    return len(words) / sentences + 100 * long / len(words)


def passages(page: Path) -> list[str]:
    """Return the running text of a page: paragraphs and points, without menus."""
    main = BeautifulSoup(page.read_text("utf-8"), "html.parser").main
    assert main
    found = [one.get_text(" ", strip=True) for one in main.select(".column p, .column li")]
    return [text for text in found if WORD.search(text)]


@pytest.mark.parametrize("name", PAGES)
def test_a_text_of_our_own_is_as_easy_as_a_newspaper(
    request: pytest.FixtureRequest, real: Path, name: str
) -> None:
    found = lix(passages(real / name / "index.html"))
    request.node.user_properties.append((REPORTED, f"LIX of /{name}/: {found:.0f}"))
    assert found <= MOST


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["Vi ses."], 2), (["Kommunen køber ind."], 3 + 100 / 3), (["Et to tre. Fire"], 2)],
)
def test_lix_counts_words_sentences_and_long_words(texts: list[str], expected: float) -> None:
    assert lix(texts) == pytest.approx(expected)
