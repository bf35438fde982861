"""Text -> case numbers and other numbers that are nobody's, so that they are not taken for one.

Their places are masked before phones and CPR numbers are looked for.
"""

import re

_HARMLESS = re.compile(
    r"""(?<![\w-])(?:
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
_DIGIT_IN_URL = re.compile(r"(?<!\d)\d{6}-\d{4}(?!\d)|(\d)")  # the first shape is no page's number


def mask(text: str) -> str:
    """Return the text with harmless numbers as #, every other character in its place."""
    for pattern in (_HARMLESS, _LABELLED, _URL):
        text = pattern.sub(_hashes, text)
    return text


def _hashes(match: re.Match[str]) -> str:
    whole = match.group()
    if match.re is _URL:
        return _DIGIT_IN_URL.sub(lambda found: "#" if found[1] else found.group(), whole)
    if match.lastindex:
        kept = match.start(1) - match.start()
        return whole[:kept] + re.sub(r"\d", "#", whole[kept:])
    return re.sub(r"\d", "#", whole)
