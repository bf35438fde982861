"""Raw characters -> the characters a reader takes them for, each with its way back.

Compatibility forms and combining marks are composed (Unicode NFKC, UAX #15), characters that
show nothing are dropped (general category Cf, variation selectors), and letters of another script
that look Latin become Latin (a choice from the confusables of UTS #39).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LATIN = "ABEZHIKMNOPTYXaoiuvpABEKMHOPCTYXaeopcyxisjhdABCDEMNSTOPQw"
_LIKE = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοιυνρАВЕКМНОРСТУХаеорсухіѕјһԁᎪᏴᏟᎠᎬᎷΝႽᎢՕᏢႳѡ"
LOOK_ALIKES = dict(zip(_LIKE, _LATIN, strict=True)) | {"ı": "i", "ɑ": "a", "ɡ": "g", "ӧ": "ö"}
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
OTHER_SCRIPTS = "\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff"
"""Greek, Cyrillic, Armenian, Georgian and Cherokee: those with letters that look Latin."""

_IGNORED = re.compile(f"[{IGNORABLE}]")
_COMMON = "\t\n\r -~À-ÖØ-öø-ÿ\u2013\u2014\u2018-\u201e\u2022"  # NFKC leaves each as it is
_UNCOMMON = re.compile(f"[^{_COMMON}]+")
_UNUSUAL = re.compile(f"[\u0300-\u036f{IGNORABLE}{OTHER_SCRIPTS}{''.join(LOOK_ALIKES)}]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it reads.

    text: the plain characters.
    places: for each of them its index in the raw text, and the raw length at the end; None when
        every character stands where it stood, and none is invisible or of another script.
    """

    text: str
    places: tuple[int, ...] | None = None

    def place(self, index: int) -> int:
        """Return where in the raw text the plain character of this index came from."""
        return index if self.places is None else self.places[index]


def plain(raw: str) -> Plain:
    """Return the text as it reads."""
    raw = raw.replace("\u00a0", " ")  # so common that it should not cost the places
    if raw.isascii() or (unicodedata.is_normalized("NFKC", raw) and not _UNUSUAL.search(raw)):
        return Plain(raw)
    characters: list[str] = []
    places: list[int] = []
    done = 0
    for strange in _UNCOMMON.finditer(raw):
        start = max(0, strange.start() - 1)  # the letter that a mark may belong to
        characters.append(raw[done:start])
        places += range(done, start)
        for character, place in _composed(raw, start, strange.end()):
            characters.append(character)
            places.append(place)
        done = strange.end()
    places += range(done, len(raw) + 1)
    return Plain("".join((*characters, raw[done:])), tuple(places))


def _composed(raw: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield each character of a part as it reads, with where its letter starts."""
    for first, following in pairwise(_clusters(raw, start, end)):
        for character in unicodedata.normalize("NFKC", _IGNORED.sub("", raw[first:following])):
            if unicodedata.combining(character):
                continue  # a mark that no letter takes, such as a stroke laid over an o
            yield LOOK_ALIKES.get(character, character), first


def _clusters(raw: str, start: int, end: int) -> Iterator[int]:
    """Yield where each letter with its combining marks starts, and the end."""
    yield start
    for index in range(start + 1, end):
        if not (unicodedata.combining(raw[index]) or _IGNORED.match(raw[index])):
            yield index
    yield end
