"""YAML text -> plain values made of text, with the line of each, and nothing YAML may do besides.

Every scalar stays text, so that `1.10`, `03000000`, `12:30` and `no` keep what the editor wrote;
the typed model converts them. Anchors, aliases, tags and several documents are refused: facts
need none of them, and they are how a small file is made to grow without end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from markedsdialog.findings import Finding, Refused

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Where: TypeAlias = tuple[str | int, ...]

MOST_LEVELS = 12
"""Facts are three levels deep; more is a mistake or an attack on the reader's stack."""


@dataclass(slots=True)
class Facts:
    """The mapping that a file holds, and on which line each of its values stands."""

    values: dict[str, Value] = field(default_factory=dict)
    lines: dict[Where, int] = field(default_factory=dict)

    def line(self, where: Where) -> int:
        """Return the line of the value at `where`, or of the nearest value around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def leaves(value: Value, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Yield each text of a value with the way to it."""
    if isinstance(value, str):
        yield where, value
        return
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in parts:
        yield from leaves(part, (*where, key))


def parse(text: str, path: str, first_line: int = 1) -> Facts:
    """Read a mapping; `first_line` is the line of the file on which `text` begins."""
    reader = _Reader(text, path, first_line)
    try:
        facts = reader.document()
    except yaml.MarkedYAMLError as error:
        raise Refused(
            [
                *reader.findings,
                Finding(
                    path,
                    min(first_line + _broken_line(error), reader.last_line),
                    "yaml/broken",
                    "The facts must be valid YAML",
                    f"Mend the line: {_problem(error)}",
                ),
            ]
        ) from error
    except yaml.YAMLError as error:
        raise Refused(
            [
                Finding(
                    path,
                    first_line,
                    "yaml/broken",
                    "The facts must be valid YAML",
                    "Remove characters that YAML does not allow",
                )
            ]
        ) from error
    if reader.findings:
        raise Refused(reader.findings)
    return facts


def _problem(error: yaml.MarkedYAMLError) -> str:
    """Return what the parser misses; its sentences name signs, never the editor's text."""
    return error.problem or "it cannot be read"


def _broken_line(error: yaml.MarkedYAMLError) -> int:
    """Return where the fault is, from 0: what is never closed is wrong where it was opened."""
    opened = (error.context or "").startswith(("while scanning a", "while parsing a flow"))
    mark = error.context_mark if opened else error.problem_mark
    return mark.line if mark else 0


class _Reader:
    """Walks the parser's events once, so that an alias is met before anything can grow."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.lines = [*text.split("\n"), ""]
        self.path = path
        self.first_line = first_line
        self.last_line = first_line + text.count("\n")
        self.findings: list[Finding] = []
        self.facts = Facts()

    def document(self) -> Facts:
        """Return the one document's facts."""
        event = self.skip(yaml.StreamStartEvent, yaml.DocumentStartEvent)
        if not isinstance(event, yaml.MappingStartEvent):
            raise Refused([self.not_facts(event)])  # at once: the rest may be nested without end
        values = self.value(event, ())
        if isinstance(values, dict):
            self.facts.values = values
        rest = self.skip(yaml.DocumentEndEvent)
        if isinstance(rest, yaml.DocumentStartEvent):
            self.report(
                rest, "two-documents", "A file must hold one set of facts", "Remove the second one"
            )
        return self.facts

    def skip(self, *kinds: type[yaml.Event]) -> yaml.Event:
        """Return the next event that is none of `kinds`; the stream's end is one."""
        return next(event for event in self.events if not isinstance(event, kinds))

    def not_facts(self, event: yaml.Event) -> Finding:
        must = "The facts must be lines of the form `key: value`"
        if isinstance(event, yaml.StreamEndEvent):
            return Finding(self.path, self.first_line, "yaml/no-facts", must, "Write the facts")
        return self.finding(event, "not-facts", must, "Write one fact a line")

    def value(self, event: yaml.Event, where: Where) -> Value:
        self.facts.lines[where] = self.line(event)
        if isinstance(event, yaml.AliasEvent):
            self.report(
                event,
                "alias",
                "A fact must be written out, not referred to by `*`",
                "Write the value itself",
            )
            return ""
        if getattr(event, "anchor", None):
            self.report(
                event,
                "anchor",
                "A fact must not carry an `&` name",
                "Remove the `&` and the word after it",
            )
        if getattr(event, "tag", None):
            self.report(
                event,
                "tag",
                "A fact must not carry a `!` type",
                "Remove the `!` and the word after it",
            )
        if len(where) > MOST_LEVELS:
            found = self.finding(
                event,
                "too-deep",
                f"Facts must be at most {MOST_LEVELS} levels deep",
                "Write them flatter",
            )
            raise Refused([*self.findings, found])
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(where)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(where)
        self.check_comment(event)
        return str(getattr(event, "value", ""))

    def check_comment(self, event: yaml.Event) -> None:
        """Report a `#` behind a value: YAML would drop what follows without a word."""
        rest = self.lines[event.end_mark.line][event.end_mark.column :] if event.end_mark else ""
        if rest.lstrip().startswith("#"):
            must = "No `#` may follow a value, because it hides the rest of the line"
            self.report(event, "hidden", must, "Put the whole value in quotation marks")

    def mapping(self, where: Where) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
                raise Refused([*self.findings, self.bad_key(event)])
            key = event.value
            if key in values:
                self.report(
                    event,
                    "duplicate-key",
                    "A key must stand once",
                    "Keep one of the lines with this key",
                )
            values[key] = self.value(next(self.events), (*where, key))
            self.facts.lines[(*where, key)] = self.line(event)
        return values

    def bad_key(self, event: yaml.Event) -> Finding:
        return self.finding(event, "key", "A key must be a plain word", "Write `key: value`")

    def sequence(self, where: Where) -> list[Value]:
        values: list[Value] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self.value(event, (*where, len(values))))
        return values

    def line(self, event: yaml.Event) -> int:
        """Return the line of an event; an empty value at the end stands on the last line."""
        below = event.start_mark.line if event.start_mark else 0
        return min(self.first_line + below, self.last_line)

    def finding(self, event: yaml.Event, rule: str, must: str, mend: str) -> Finding:
        return Finding(self.path, self.line(event), f"yaml/{rule}", must, mend)

    def report(self, event: yaml.Event, rule: str, must: str, mend: str) -> None:
        self.findings.append(self.finding(event, rule, must, mend))
