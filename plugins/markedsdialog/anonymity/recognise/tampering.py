"""Raw text -> places where a word was written so that a search would not find it."""

import re
import unicodedata
from collections.abc import Iterator

from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.text.plain import IGNORABLE, LOOK_ALIKES, OTHER_SCRIPTS

INVISIBLE = "text/invisible"
MIXED = "text/mixed-script"
_HIDDEN = re.compile(f"(?<=\\w)[{IGNORABLE}]+(?=\\w)")
_OTHER_SCRIPT = re.compile(f"[{OTHER_SCRIPTS}]")
_STRANGE = re.compile(rf"[^\W\d_]*{_OTHER_SCRIPT.pattern}[^\W\d_]*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def find(raw: str) -> Iterator[Match]:
    """Yield invisible characters inside words, and words of two alphabets; places are raw."""
    for match in _HIDDEN.finditer(raw):
        yield Match(match.start(), match.end(), INVISIBLE)
    if not _OTHER_SCRIPT.search(raw):
        return
    for match in _STRANGE.finditer(raw):
        if _LATIN.search(match.group()) or _is_all_look_alike(match.group()):
            yield Match(match.start(), match.end(), MIXED)


def _is_all_look_alike(word: str) -> bool:
    letters = unicodedata.normalize("NFD", word)
    return len(word) > 1 and all(
        letter in LOOK_ALIKES or unicodedata.combining(letter) for letter in letters
    )
