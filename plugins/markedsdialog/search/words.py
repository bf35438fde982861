"""Text or HTML -> the words by which it is found: in lower case, cut to their Danish stems.

`theme/static/js/stem.js` does the same to what a reader types; a test holds the two together.
"""

import re
from functools import cache
from html.parser import HTMLParser
from unicodedata import normalize

# Not `snowballstemmer.stemmer`: that is another program where PyStemmer happens to be installed.
from snowballstemmer.danish_stemmer import DanishStemmer

_WORD = re.compile(r"[0-9]{8}-[0-9](?![^\W_])|[^\W_]+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_INSIDE_A_WORD = frozenset({"a", "code", "em", "strong"})
"""The elements of prose that may stand in the middle of a word; all others end one."""

_stemmer = DanishStemmer()


def stems(text: str) -> list[str]:
    """Return the stem of each word of the text, in its order.

    A word is a run of letters and digits, so "12.000" and "e-mail" are two words each. A CPV code
    is one word with its check digit, for its eight digits alone look like a telephone number.
    """
    plain = normalize("NFC", text.lower().replace(_SOFT_HYPHEN, ""))
    return [_stem(word) for word in _WORD.findall(plain)]


@cache
def _stem(word: str) -> str:
    return str(_stemmer.stemWord(word))


def plain(html: str) -> str:
    """Return the text of sanitised HTML on one line; images say what they show."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_word(tag)
        if shown := dict(attrs).get("alt"):
            self.parts.append(f"{shown} ")

    def handle_endtag(self, tag: str) -> None:
        self._end_word(tag)

    def _end_word(self, tag: str) -> None:
        if tag not in _INSIDE_A_WORD:
            self.parts.append(" ")
