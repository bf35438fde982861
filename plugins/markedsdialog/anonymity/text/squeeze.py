"""Text -> its letters and digits alone, folded, for finding what was written apart."""

import unicodedata
from itertools import compress

_KEPT = {"æ": "æ", "ø": "ø", "å": "å", "ä": "æ", "ö": "ø", "ß": "s", "ł": "l", "đ": "d", "ð": "d"}


class _Folding(dict[int, str | None]):
    """Each code point's folded letter, worked out when it is first met; None drops it."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code).lower()[:1]
        folded: str | None = None
        if character in _KEPT:
            folded = _KEPT[character]
        elif character.isalnum():
            folded = unicodedata.normalize("NFKD", character)[0].lower()
        self[code] = folded
        return folded


class _Keeping(dict[int, str]):
    """For each code point a one where the folding keeps a letter, else a zero."""

    def __missing__(self, code: int) -> str:
        self[code] = "\0" if FOLDING[code] is None else "\1"
        return self[code]


FOLDING = _Folding()
_KEEPING = _Keeping()


def squeeze(text: str) -> str:
    """Return letters and digits in lower case, without accents; æ, ø and å stay."""
    return text.translate(FOLDING)


def places(text: str) -> list[int]:
    """Return the index in the text of each character of its squeezed form."""
    kept = text.translate(_KEEPING).encode("ascii")
    return list(compress(range(len(text)), kept))


def spellings(name: str) -> frozenset[str]:
    """Return the squeezed name in every way that a keyboard without æ, ø and å writes it."""
    forms = {""}
    letters = squeeze(name)
    index = 0
    while index < len(letters):
        width, choices = _choices(letters, index)
        forms = {form + choice for form in forms for choice in choices}
        index += width
    return frozenset(forms)


_WAYS = (
    ("æ", "ae", "a"),
    ("ø", "oe", "o"),
    ("å", "aa", "a"),
)


def _choices(letters: str, index: int) -> tuple[int, tuple[str, ...]]:
    for ways in _WAYS:
        if letters.startswith(ways[0], index):
            return 1, ways
        if letters.startswith(ways[1], index):
            return 2, ways[:2]
    return 1, (letters[index],)
