"""Text, CSV, iCalendar, JSON, YAML, Markdown, CSS and scripts -> their text."""

import json
import re
from dataclasses import replace

import markdown as python_markdown

from markedsdialog.anonymity.extract import markup
from markedsdialog.anonymity.extract.passage import Contents, Passage, fault, merged
from markedsdialog.anonymity.text.sentences import paragraphs

_FOLD = re.compile(r"\r?\n[ \t]")  # RFC 5545, section 3.1
_ICS_ESCAPE = re.compile(r"\\([nN,;\\])")  # RFC 5545, section 3.3.11
_WORD = re.compile(r"\w+")
_FIELD = re.compile(r"^[A-Z-]+(?:;[^:\n]*)?:")


def read_text(text: str) -> Contents:
    """Return a text as it stands, and again with its escapes resolved where it has any."""
    again = markup.resolved(text)
    passages = [Passage(text)] if text.strip() else []
    if again != text:
        passages.append(Passage(again, "escapes", prose=False))
    return Contents(tuple(passages))


def read_csv(text: str) -> Contents:
    """Return the fields of a table (RFC 4180), each a block of its own, and its rows."""
    fields = markup.Stream()
    for number, row in enumerate(text.splitlines(), start=1):
        for field in re.split(r"[;,\t]", row):
            fields.add(field + markup.BREAK, number)
    return Contents((fields.passage("", prose=True), Passage(text, "rows", prose=False)))


def read_ics(text: str) -> Contents:
    """Return an iCalendar's values (RFC 5545) unfolded, and its names and parameters apart."""
    values, properties = markup.Stream(), markup.Stream()
    number = 1
    for line in re.split(r"\r?\n(?![ \t])", text):
        unfolded = _ICS_ESCAPE.sub(_ics_character, _FOLD.sub("", line))
        values.add(_FIELD.sub("", unfolded) + markup.BREAK, number)
        properties.add(unfolded + markup.BREAK, number)
        number += line.count("\n") + 1
    return Contents((values.passage("", prose=True), properties.passage("properties", prose=False)))


def _ics_character(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]


def read_json(text: str) -> Contents:
    """Return every key and value of a JSON text (RFC 8259), each once, as a block of its own."""
    strings: dict[str, None] = {}

    def keep(pairs: list[tuple[str, object]]) -> None:
        for key, value in pairs:
            strings[key] = None
            collect(value)

    def collect(value: object) -> None:
        if isinstance(value, str):
            strings[value] = None
        elif isinstance(value, list):
            for item in value:
                collect(item)

    try:
        collect(json.loads(text, object_pairs_hook=keep, parse_int=str, parse_float=str))
    except (json.JSONDecodeError, RecursionError):
        return fault("file/unreadable")
    joined = markup.BREAK.join(strings)
    if "<" in joined or "&" in joined or "%" in joined:
        return merged([markup.read(joined)])
    return Contents((Passage(joined),))


def read_markdown(text: str) -> Contents:
    """Return Markdown as it is rendered, and its source, where targets and comments stand too.

    The words of the rendered text decide, since they are what is published; each paragraph is
    given the line of the source on which its first word was found.
    """
    facts, body = _parted(text)
    rendered = python_markdown.markdown(body, extensions=["extra", "sane_lists"])
    shown = markup.read(rendered)
    before = text.count("\n") - body.count("\n")
    passages = [_placed(passage, body, before) for passage in shown.passages]
    if facts:
        passages.append(Passage(facts, "facts", (0,), (2,)))
    source = Passage(markup.resolved(text), "source", prose=False)
    return Contents((*passages, source), shown.faults)


def _parted(text: str) -> tuple[str, str]:
    """Return what stands between the first two --- lines, and the rest; nothing is dropped."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return "", text
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return "".join(lines[1:index]), "".join(lines[index + 1 :])
    return "", text


def _placed(passage: Passage, source: str, before: int) -> Passage:
    """Return the passage with the line of the source on which each of its paragraphs begins."""
    starts, lines, cursor = [], [], 0
    for start, end in paragraphs(passage.text):
        word = _WORD.search(passage.text, start, end)
        found = source.find(word.group(), cursor) if word else -1
        if found >= 0 and word is not None:
            cursor = found
            starts.append(start)
            shift = passage.text.count("\n", start, word.start())
            lines.append(before + source.count("\n", 0, found) + 1 - shift)
    return replace(passage, starts=tuple(starts), lines=tuple(lines))
