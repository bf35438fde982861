"""Plain text -> stretches that can be judged one by one, each with its place.

A stretch ends at an empty line, which the extractors write between blocks, cells and fields: no
word, phrase, number or address reaches over it. Where a digit or a sign of an address stands beside
the empty line, one might, as when a table has the parts of a number in a cell each; there the text
is not cut.
"""

from collections.abc import Iterator

_BREAK = "\n\n"
_REACHING = frozenset("0123456789@()[]{}+-–—./:")


def stretches(text: str) -> Iterator[tuple[int, str]]:
    """Yield each stretch that is not blank, with where it starts in the text."""
    start = end = place = 0
    last = ""
    for block in text.split(_BREAK):
        written = block.strip()
        if written:
            if last not in _REACHING and written[0] not in _REACHING:
                if last:
                    yield start, text[start:end]
                start = place
            last, end = written[-1], place + len(block)
        place += len(block) + len(_BREAK)
    if last:
        yield start, text[start:end]
