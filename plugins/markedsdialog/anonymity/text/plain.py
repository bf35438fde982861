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
_IGNORED = re.compile(f"[{IGNORABLE}]")
_UNUSUAL = re.compile(f"[\u0300-\u036f{IGNORABLE}{''.join(LOOK_ALIKES)}]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it reads.

    text: the plain characters.
    places: for each of them its index in the raw text, and the raw length at the end; None when
        every character stands where it stood.
    """

    text: str
    places: tuple[int, ...] | None = None

    def place(self, index: int) -> int:
        """Return where in the raw text the plain character of this index came from."""
        return index if self.places is None else self.places[index]


def plain(raw: str) -> Plain:
    """Return the text as it reads."""
    if raw.isascii() or (unicodedata.is_normalized("NFKC", raw) and not _UNUSUAL.search(raw)):
        return Plain(raw)
    characters: list[str] = []
    places: list[int] = []
    for start, end in pairwise(_clusters(raw)):
        for character in unicodedata.normalize("NFKC", _IGNORED.sub("", raw[start:end])):
            if unicodedata.combining(character):
                continue  # a mark that no letter takes, such as a stroke laid over an o
            characters.append(LOOK_ALIKES.get(character, character))
            places.append(start)
    return Plain("".join(characters), (*places, len(raw)))


def _clusters(raw: str) -> Iterator[int]:
    """Yield where each letter with its combining marks starts, and the end."""
    for index, character in enumerate(raw):
        if index == 0 or not (unicodedata.combining(character) or _IGNORED.match(character)):
            yield index
    yield len(raw)
