"""YAML text -> the same text without one value, or with one more entry, and every other byte as is.

The parser's marks say where a value stands; it is cut out of the text, and nothing is written anew
from values. So comments, the order and the ends of lines stay.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import yaml

from markedsdialog.source.yaml import Where

STEP = 2
"""How far an entry of a new list is indented."""


class Unclear(ValueError):  # noqa: N818 - an answer, not an error of the program
    """The value stands in a form in which it cannot be told exactly from what stands around it."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of a list, or a key with its value: [start, end) of the text."""

    start: int
    end: int
    node: yaml.Node


def cut(text: str, where: Where) -> str:
    """Return the text without the entry or the fact at `where`.

    Raises KeyError or ValueError where nothing stands there; Unclear is a ValueError.
    """
    around: yaml.CollectionNode = _compose(text)
    for part in where[:-1]:
        around = _collection(_items(text, around)[part].node)
    items = _items(text, around)
    place = list(items).index(where[-1])
    cut_out = _cut_in_line if around.flow_style else _cut_lines
    return cut_out(text, list(items.values()), place)


def add(text: str, key: str, entry: Mapping[str, str]) -> str:
    """Return the text with one more entry at the end of the list `key`, made where it is missing.

    text: facts without a final end of line. Raises Unclear when there is no list and no place.
    """
    root = _compose(text)
    items = _items(text, root)
    if key not in items:
        column = root.start_mark.column
        lines = [f"{' ' * column}{key}:", *_block(entry, column + STEP, STEP)]
        return _insert(text, len(text), lines)
    known = items[key].node
    if not isinstance(known, yaml.SequenceNode):
        raise Unclear
    entries = list(_items(text, known).values())
    if known.flow_style:
        at = entries[-1].end if entries else known.end_mark.index - 1
        return f"{text[:at]}{', ' if entries else ''}{_flow(entry)}{text[at:]}"
    last = entries[-1]
    dash = last.start - _line_start(text, last.start)
    lines = _block(entry, dash, last.node.start_mark.column - dash)
    return _insert(text, _line_end(text, last.end), lines)


def _compose(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise Unclear
    return node


def _collection(node: yaml.Node) -> yaml.CollectionNode:
    if not isinstance(node, yaml.CollectionNode):
        raise Unclear
    return node


def _items(text: str, node: yaml.CollectionNode) -> dict[str | int, _Item]:
    """Return what a mapping or a list holds, by key or position, with where it begins and ends."""
    if isinstance(node, yaml.MappingNode):
        return {
            key.value: _Item(key.start_mark.index, _end(text, value), value)
            for key, value in node.value
        }
    dashes = [] if node.flow_style else _dashes(text)
    items: dict[str | int, _Item] = {}
    for number, entry in enumerate(node.value):
        start = entry.start_mark.index
        if dashes:
            start = dashes[bisect_right(dashes, start) - 1]
        items[number] = _Item(start, _end(text, entry), entry)
    return items


def _dashes(text: str) -> list[int]:
    """Return where each entry of a list begins that has lines of its own; no mark tells it."""
    tokens = yaml.scan(text, Loader=yaml.SafeLoader)
    return [one.start_mark.index for one in tokens if isinstance(one, yaml.BlockEntryToken)]


def _end(text: str, node: yaml.Node) -> int:
    """Return where the last sign of a value ends; a block's own mark lies behind what follows."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start: int = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())


def _cut_lines(text: str, items: Sequence[_Item], place: int) -> str:
    """Cut whole lines; a comment behind the value, and comments between entries, stay."""
    item = items[place]
    start = _line_start(text, item.start)
    if text[start : item.start].strip():  # the first fact of an entry, behind its dash
        return _cut_to_next(text, items, place)
    end = item.end
    if not text[end : _line_end(text, end)].strip():
        end = _line_end(text, end) + 1
    if end > len(text):  # the last line takes the end of the line before with it
        return text[: max(0, start - 1)]
    return text[:start] + text[end:]


def _cut_in_line(text: str, items: Sequence[_Item], place: int) -> str:
    """Cut an entry of `[…]` or a fact of `{…}` with the comma that it leaves without use."""
    if place + 1 < len(items):
        return _cut_to_next(text, items, place)
    start = items[place - 1].end if place else items[place].start
    return _without(text, start, items[place].end, item=items[place])


def _cut_to_next(text: str, items: Sequence[_Item], place: int) -> str:
    if place + 1 == len(items):
        raise Unclear
    return _without(text, items[place].start, items[place + 1].start, item=items[place])


def _without(text: str, start: int, end: int, *, item: _Item) -> str:
    if "#" in text[start : item.start] + text[item.end : end]:
        raise Unclear  # a comment would go too
    return text[:start] + text[end:]


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def _insert(text: str, index: int, lines: Sequence[str]) -> str:
    """Return the text with lines below the one that ends at `index`; they end as its others do."""
    ending = "\r" if "\r\n" in text else ""
    return text[:index] + "".join(f"\n{line}{ending}" for line in lines) + text[index:]


def _block(entry: Mapping[str, str], dash: int, step: int) -> list[str]:
    facts = [f"{key}: {_scalar(value)}" for key, value in entry.items()]
    first = " " * dash + "-".ljust(step) + facts[0]
    return [first, *(" " * (dash + step) + fact for fact in facts[1:])]


def _scalar(value: str) -> str:
    return _dumped(value, flow=False).removesuffix("\n...")


def _flow(entry: Mapping[str, str]) -> str:
    return _dumped(dict(entry), flow=True)


def _dumped(value: object, *, flow: bool) -> str:
    """Return a value as YAML on one line, quoted where it must be."""
    text = yaml.safe_dump(
        value, allow_unicode=True, width=float("inf"), sort_keys=False, default_flow_style=flow
    )
    return text.removesuffix("\n")
