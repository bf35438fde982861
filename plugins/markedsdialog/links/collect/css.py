"""Style sheet -> every address in it; strings, comments and name spaces only look like links."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import tinycss2
from tinycss2.ast import (
    AtKeywordToken,
    CurlyBracketsBlock,
    FunctionBlock,
    LiteralToken,
    Node,
    ParenthesesBlock,
    SquareBracketsBlock,
    StringToken,
    URLToken,
)

from markedsdialog.links.values import Link, Use

_SIGNS = ("url(", "@import", "image-set(", "src(")
_DEEPEST = 64  # blocks in blocks; no style sheet goes deeper
_ADDRESS_FUNCTIONS = {"url", "src", "image-set", "-webkit-image-set"}


def collect_css(text: str, where: str, line: int) -> tuple[Link, ...]:
    """Find every link of a style sheet that begins on `line` of its file."""
    lowered = text.lower()
    if not any(sign in lowered for sign in _SIGNS):
        return ()
    return tuple(Link(url, where, line + below, Use.FETCH) for url, below in _addresses(text))


@lru_cache(maxsize=256)
def _addresses(text: str) -> tuple[tuple[str, int], ...]:
    """Give each address with the number of lines above it; styles repeat from page to page."""
    return tuple(_walk(tinycss2.parse_component_value_list(text)))


def _walk(nodes: Sequence[Node], depth: int = _DEEPEST) -> Iterator[tuple[str, int]]:
    rule = ""
    for node in nodes:
        if isinstance(node, AtKeywordToken):
            rule = node.lower_value
        elif isinstance(node, CurlyBracketsBlock | LiteralToken):
            rule = rule if isinstance(node, LiteralToken) and node.value != ";" else ""
        if rule != "namespace":
            yield from _of_node(node, depth, strings_count=rule == "import")


def _of_node(node: Node, depth: int, *, strings_count: bool) -> Iterator[tuple[str, int]]:
    if isinstance(node, URLToken) or (strings_count and isinstance(node, StringToken)):
        yield node.value, node.source_line - 1
    elif depth == 0:
        return
    elif isinstance(node, FunctionBlock):
        takes_strings = node.lower_name in _ADDRESS_FUNCTIONS
        for argument in node.arguments:
            yield from _of_node(argument, depth - 1, strings_count=takes_strings)
    elif isinstance(node, CurlyBracketsBlock | ParenthesesBlock | SquareBracketsBlock):
        yield from _walk(node.content, depth - 1)
