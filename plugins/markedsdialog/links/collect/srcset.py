"""A srcset attribute -> its addresses, read as the HTML standard's srcset algorithm reads it."""

import re
from collections.abc import Iterator

_CANDIDATE = re.compile(r"[\s,]*(?P<url>\S+)(?P<descriptors>(?:[^,(]|\([^)]*\)?)*)")
_WIDTH = re.compile(r"[1-9]\d*w")
_HEIGHT = re.compile(r"[1-9]\d*h")
_DENSITY = re.compile(r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?x|\.\d+x")


def candidates(srcset: str) -> Iterator[tuple[str, bool]]:
    """Yield each address and whether its descriptors are right.

    An address that ends in a comma has no descriptors; commas inside one belong to it
    (HTML, 4.8.4.2.2).
    """
    position = 0
    while match := _CANDIDATE.match(srcset, position):
        url, descriptors = match["url"], match["descriptors"]
        position = match.end()
        if url.endswith(","):
            position, descriptors = match.end("url"), ""
        yield url.rstrip(","), _descriptors_are_right(descriptors.split())


def _descriptors_are_right(descriptors: list[str]) -> bool:
    match descriptors:
        case []:
            return True
        case [one]:
            return bool(_WIDTH.fullmatch(one) or _DENSITY.fullmatch(one))
        case [one, other]:
            return bool(_WIDTH.fullmatch(one) and _HEIGHT.fullmatch(other))
    return False
