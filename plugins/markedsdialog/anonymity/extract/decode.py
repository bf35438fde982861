"""Bytes -> text, or None: what cannot be decoded with certainty is not read at all."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str | None:
    """Return UTF-8 text, or text that begins with a byte order mark; None for all else."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def runs(data: bytes) -> str:
    """Return what reads as text in binary data, one block for each encoding tried."""
    even = data[: len(data) // 2 * 2]
    odd = data[1 : 1 + (len(data) - 1) // 2 * 2]
    guesses = [data.decode("utf-8", errors="replace"), data.decode("latin-1")]
    if b"\0" in data:
        guesses += [
            piece.decode(name, errors="replace")
            for piece in (even, odd)
            for name in ("utf-16-le", "utf-16-be")
        ]
    return "\n\n".join(guesses).replace("\0", "\n\n")
