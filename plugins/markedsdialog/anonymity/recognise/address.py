"""Text -> places of Danish street addresses: a street's name with a number."""

import re
from collections.abc import Iterator

from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.recognise.own import Own

RULE = "contact/address"
NOBODY = Own()
_SURE = ("vej", "gade", "allé", "alle", "stræde", "plads", "vænge", "boulevard", "gyde")
_WITH_CAPITAL = (
    *_SURE, "vejen", "gaden", "torv", "torvet", "parken", "have", "haven", "kaj", "kajen", "bro",
    "stien", "sti", "bakke", "bakken", "strand", "havn", "dam", "toften", "toft", "marken",
    "vang", "vangen", "gården", "gaarden", "passage", "esplanade", "promenade", "krog", "kvarter",
    "løkke", "skrænten", "slippe", "lunden", "høj", "holm", "banke", "brink",
)  # fmt: skip
_NUMBER = re.compile(
    r"(?<=[^\W\d_])[ \u00a0\n]\d{1,3}(?:[ \u00a0]?[A-Z]\b)?"
    r"(?!\d|[.,]\d|[ \u00a0]?%|[ \u00a0](?:timer|dage|uger|måneder|borgere|pct))"
)
_LAST_WORD = re.compile(r"[^\W\d_][\w.'’-]*\Z")
_POSTAL = re.compile(r"(?<![\d.,-])[1-9]\d{3}[ \u00a0][A-ZÆØÅ][a-zæøå]{2,}(?:[ \u00a0][A-ZÆØÅ]\b)?")
_YEAR = re.compile(r"(?:19|20)\d{2}[ \u00a0]")


def find(text: str, own: Own = NOBODY) -> Iterator[Match]:
    """Yield every street with a number and every postal code with a town, but for the own ones."""
    for number in _NUMBER.finditer(text):
        word = _LAST_WORD.search(text, max(0, number.start() - 40), number.start())
        written = text[word.start() : number.end()] if word else ""
        if word and _is_street(word.group()) and not own.has_address(written):
            yield Match(word.start(), number.end(), RULE)
    for match in _POSTAL.finditer(text):
        if not _YEAR.match(match.group()) and not own.has_address(match.group()):
            yield Match(match.start(), match.end(), RULE)


def _is_street(word: str) -> bool:
    lowered = word.lower()
    return lowered.endswith(_SURE) or (word[0].isupper() and lowered.endswith(_WITH_CAPITAL))
