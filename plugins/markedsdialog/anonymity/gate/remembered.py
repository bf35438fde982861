"""Digest of a file and of all it is judged by -> the verdict of last time.

Kept in a JSON file under .cache/. It holds rules, places and digests, and none of the text.
"""

import json
from pathlib import Path

from markedsdialog.anonymity.gate.sight import Sighting
from markedsdialog.anonymity.private import write

Verdict = tuple[Sighting, ...]


class Remembered:
    """Verdicts by key. Only those kept since it was opened are there when it is saved."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known = _read(path) if path else {}
        self._used: dict[str, Verdict] = {}

    def get(self, key: str) -> Verdict | None:
        """Return the verdict of last time."""
        return self._known.get(key)

    def keep(self, key: str, verdict: Verdict) -> None:
        """Remember a verdict for next time."""
        self._used[key] = verdict

    def save(self) -> None:
        """Replace the file in one step; raises OSError."""
        if self._path is None:
            return
        facts = {
            key: [[s.part, s.line, s.rule, s.occurrence] for s in verdict]
            for key, verdict in sorted(self._used.items())
        }
        write(self._path, json.dumps(facts, separators=(",", ":")))


def _read(path: Path) -> dict[str, Verdict]:
    """Return the verdicts of a file; one that is missing or damaged is judged anew."""
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        return {key: tuple(Sighting(*one) for one in verdict) for key, verdict in facts.items()}
    except (FileNotFoundError, ValueError, TypeError, AttributeError):
        return {}
