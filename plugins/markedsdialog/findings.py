"""What a check saw -> one finding: a place, a rule, what must be true and how to mend it.

A finding is a value. It neither prints nor exits, and it never holds the text that it found,
so that a report may be shown, logged and sent without repeating anybody's name.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that must be mended before the site may be published.

    path: the file, relative to the project's root, with forward slashes.
    line: counted from 1; a finding about a file as a whole stands on line 1.
    rule: "room/what", the name under which documentation and tests know the rule.
    must: what must be true, as a sentence without a full stop.
    mend: what the editor does about it, as a sentence without a full stop.
    """

    path: str
    line: int
    rule: str
    must: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.must}. {self.mend}."


class Refused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """The input was read to the end and refused; carries every finding, in order of place."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(sorted(set(findings)))
        if not self.findings:
            raise ValueError("a refusal needs at least one finding")
        super().__init__("\n".join(map(str, self.findings)))

    def __reduce__(self) -> tuple[type["Refused"], tuple[tuple[Finding, ...]]]:
        """Send the findings from one process to another, and not the message alone."""
        return type(self), (self.findings,)


class Attempts:
    """Keeps the findings of one attempt after the other, so that all can be told at once."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.findings = list(findings)

    def attempt(self, read: Callable[[], Value]) -> Value | None:
        """Return what `read` returns, or None and keep its findings when it refuses."""
        try:
            return read()
        except Refused as refused:
            self.findings += refused.findings
            return None


def refuse_if_any(findings: Iterable[Finding]) -> None:
    """Raise Refused when there is a finding, else do nothing."""
    if found := tuple(findings):
        raise Refused(found)
