"""Text or HTML -> the words by which it is found: in lower case, cut to their Danish stems.

`theme/static/js/stem.js` does the same to what a reader types; a test holds the two together.
"""

import re
from functools import cache
from html import unescape
from unicodedata import normalize

# Not `snowballstemmer.stemmer`: that is another program where PyStemmer happens to be installed.
from snowballstemmer.danish_stemmer import DanishStemmer

_WORD = re.compile(r"[0-9]{8}-[0-9](?![^\W_])|[^\W_]+")
_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_INSIDE_A_WORD = frozenset({"a", "code", "em", "strong"})
"""The elements of prose that may stand in the middle of a word; all others end one."""

# Sanitised HTML is well formed: names in lower case, each value between double quotes.
_TAG = re.compile(r"""</?(?P<name>[a-z0-9]+)(?P<attributes>(?:[^>"]|"[^"]*")*)>""")
_ALT = re.compile(r"""\balt="([^"]+)""")

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
    return " ".join(unescape(_TAG.sub(_shown, html)).split())


def _shown(tag: re.Match[str]) -> str:
    """Return what a tag leaves between the texts around it."""
    if tag["name"] in _INSIDE_A_WORD:
        return ""
    alt = _ALT.search(tag["attributes"])
    return f" {alt[1]} " if alt else " "
