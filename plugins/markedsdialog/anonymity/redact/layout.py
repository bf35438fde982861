"""Text of minutes -> Markdown: headings and lists as such, paragraphs whole again.

A page break in the middle of a sentence leaves an empty line before a lower-case word; a link
without a target keeps its words only.
"""

import html
import re

_EMPTY_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\(\s*#?\s*\)")
_ESCAPED = re.compile(r"\\([()\[\]])")
_BROKEN = re.compile(
    r"(?<=[^\W\d_])[ \t]*\n[ \t]*\n+[ \t]*(?=[a-zæøå])|(?<=,)[ \t]*\n[ \t]*\n+(?=[a-zæøå])"
)
_TAG = re.compile(r"</?(?:ul|ol|li|p|div|span|br|table|tr|td|th|tbody|b|i|u|font)\b[^<>]*>")
_LONGEST_HEADING = 90
_BULLET = re.compile(r"^\s*[•·]\s*")


def to_markdown(text: str) -> str:
    """Return the text as Markdown with headings of the second level."""
    text = _TAG.sub("", html.unescape(text))
    text = _EMPTY_LINK.sub(lambda link: _ESCAPED.sub(r"\1", link[1]), text)
    text = _BROKEN.sub(" ", text)
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n", text)]
    kept = [block for block in blocks if block.strip()]
    return "\n\n".join(_block(block, index, kept) for index, block in enumerate(kept)) + "\n"


def _block(block: str, index: int, blocks: list[str]) -> str:
    lines = [_BULLET.sub("- ", line.rstrip()) for line in block.splitlines()]
    if len(lines) == 1 and _is_heading(lines[0]) and index + 1 < len(blocks):
        return f"## {lines[0].strip()}"
    return "\n".join(lines)


def _is_heading(line: str) -> bool:
    return (
        len(line) <= _LONGEST_HEADING
        and line.rstrip()[-1] not in ".:;,?!"
        and not line.lstrip().startswith(("#", "-", "*", "|", ">", "+"))
        and line.lstrip()[0].isupper()
    )
