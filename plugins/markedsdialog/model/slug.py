"""Danish text -> the lower-case a-z, digits and hyphens of an address."""

import re
from unicodedata import normalize

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "y", "ö": "oe", "ä": "ae"})


def slug(text: str) -> str:
    """Return the address form of `text`; empty when it has no letter or digit."""
    danish = normalize("NFC", text).lower().translate(_DANISH)
    plain = normalize("NFKD", danish).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
