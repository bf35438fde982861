"""Text -> case numbers and other numbers that are nobody's, so that they are not taken for one.

Their places are masked before phones and CPR numbers are looked for.
"""

import re

_START = re.compile(r"\d(?<![\w-].)", re.DOTALL)
_HARMLESS = re.compile(
    r"""(?:
        (?:19|20)\d{2}-\d{5,8}(?:-\d+)*                   # case and document numbers
      | (?:19|20)\d{2}-[01]\d-[0-3]\d(?:T[\d:.]+)?        # dates, ISO 8601
      | (?:19|20)\d{2}(?:[-/–]|\s-\s)(?:19|20)\d{2}       # years from and to
      | \d{1,2}[.:]\d{2}\s?[-–]\s?\d{1,2}[.:]\d{2}        # hours from and to
      | [0-3]?\d[./-][01]?\d[./-](?:19|20)?\d{2}(?![-–. ]?\d{4}\b)  # Danish dates
      | 97[89][- ]?(?:\d[- ]?){9}\d                       # ISBN-13
      | \d{8}-\d                                          # CPV codes
      | \d{1,3}(?:[. ]\d{3})+(?:,\d+)?\s?(?:kr|kroner|mio|DKK|EUR|borgere|timer|forløb|pct|%)
      | \d{13}(?!\d)                                      # EAN numbers of public units
    )(?!\w)""",
    re.VERBOSE,
)
_LABELLED = re.compile(
    r"\b(?:cvr|se-?nr|ean|gln|p-nr|p-nummer|cpv|isbn|issn|sagsnummer|sagsnr|sag|journalnr|"
    r"dokumentnummer|dokumentnr|j\.?\s?nr|celex|tilbudsnr|ordrenr)"
    r"(?:[-. ]?(?:nr|nummer|kode))?\.?:?\s*(?:dk[- ]?)?(\d[\d .-]*\d)",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s\"'<>]+")
_LONG = re.compile(r"\d[\d\s.()/–—-]{6,}\d")
_DIGIT_IN_URL = re.compile(r"(?<!\d)\d{6}-\d{4}(?!\d)|(\d)")  # the first shape is no page's number


def has_long(text: str) -> bool:
    """Whether a number is there that is long enough to be somebody's."""
    return _LONG.search(text) is not None


def mask(text: str) -> str:
    """Return the text with harmless numbers as #, every other character in its place.

    Once no long number is left, the rest is not looked at.
    """
    text = _without_harmless(text)
    for pattern in (_LABELLED, _URL):
        if has_long(text):
            text = pattern.sub(_hashes, text)
    return text


def _without_harmless(text: str) -> str:
    """Substitute what is harmless by itself; going from digit to digit is the faster way."""
    pieces: list[str] = []
    done = 0
    start = _START.search(text)
    while start:
        if found := _HARMLESS.match(text, start.start()):
            pieces += text[done : found.start()], _hashes(found)
            done = found.end()
        start = _START.search(text, found.end() if found else start.end())
    return "".join((*pieces, text[done:]))


def _hashes(match: re.Match[str]) -> str:
    whole = match.group()
    if match.re is _URL:
        return _DIGIT_IN_URL.sub(lambda found: "#" if found[1] else found.group(), whole)
    if match.lastindex:
        kept = match.start(1) - match.start()
        return whole[:kept] + re.sub(r"\d", "#", whole[kept:])
    return re.sub(r"\d", "#", whole)
