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
    r"\d(?<=[^\W\d_][ \u00a0\n]\d)\d{0,2}(?:[ \u00a0]?[A-Z]\b)?"
    r"(?!\d|[.,]\d|[ \u00a0]?%|[ \u00a0](?:timer|dage|uger|måneder|borgere|pct))"
)
_LONGEST_WORD = 40
_POSTAL = re.compile(
    r"[1-9](?<![\d.,-].)\d{3}[ \u00a0][A-ZÆØÅ][a-zæøå]{2,}(?:[ \u00a0][A-ZÆØÅ]\b)?"
)
_YEAR = re.compile(r"(?:19|20)\d{2}[ \u00a0]")


def find(text: str, own: Own = NOBODY) -> Iterator[Match]:
    """Yield every street with a number and every postal code with a town, but for the own ones."""
    for number in _NUMBER.finditer(text):
        end = number.start() - 1
        if not text[max(0, end - 12) : end].lower().endswith(_WITH_CAPITAL):
            continue
        start = _word_start(text, end)
        if _is_street(text[start:end]) and not own.has_address(text[start : number.end()]):
            yield Match(start, number.end(), RULE)
    for match in _POSTAL.finditer(text):
        if not _YEAR.match(match.group()) and not own.has_address(match.group()):
            yield Match(match.start(), match.end(), RULE)


def _word_start(text: str, end: int) -> int:
    """Return where the word that ends here begins."""
    start = end - len(text[max(0, end - _LONGEST_WORD) : end].rsplit(maxsplit=1)[-1])
    while start < end and not text[start].isalpha():
        start += 1
    return start


def _is_street(word: str) -> bool:
    lowered = word.lower()
    if not word:
        return False
    return lowered.endswith(_SURE) or (word[0].isupper() and lowered.endswith(_WITH_CAPITAL))
