"""Raw minutes -> the facts above the text, and the text.

Danish minutes begin with labelled facts (participants, time, place, case number), as a table, a
list or lines, often with what is left of HTML. Unknown lines above the first heading stay in the
text, where the gate asks about them.
"""

import html
import re
from dataclasses import dataclass

_LABELS = {
    "participants": ("deltagere", "til stede", "tilstede",
        "mødedeltagere", "deltager", "fremmødte"),
    "time": ("tidspunkt", "dato", "mødedato", "tid", "afholdt", "dato og tid"),
    "place": ("sted", "mødested", "lokation"),
    "number": (
        "sagsnummer", "sagsnr", "sagsnr.", "dokumentnummer", "dokumentnr", "dokumentnr.",
        "journalnummer", "journalnr.", "j.nr.", "sag", "sags-id", "edoc",
    ),
    "unit": ("afbud", "referent", "ordstyrer", "mødeleder", "sagsbehandler", "kontakt"),
}  # fmt: skip
_LABEL = re.compile(
    r"^[\s|*_#>-]*(?P<label>"
    + "|".join(
        re.escape(word)
        for word in sorted((w for ws in _LABELS.values() for w in ws), key=len, reverse=True)
    )
    + r")[\s*_]*(?:[:|\t]|$)[\s*_|]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(r"^\s*(?:d\.\s*)?\d{1,2}\.\s*[a-zæøå]+\s+\d{4}\s*$", re.IGNORECASE)
_TITLE = re.compile(
    r"^[\s#*]*(?:referat|mødereferat|markedsdialog|dialogmøde)[\s*]*$", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*>")
_GROUP = re.compile(r"^(?:deltagere\s+)?(?:fra|for)\s+(?P<group>.+?):?$", re.IGNORECASE)
_BULLET = re.compile(r"\s*[•·]\s*|\n\s*(?:[-*+]|\d+[.)])\s+|\n|\s*;\s*|<br\s*/?>")
_GROUP_INSIDE = re.compile(r"(?<=\S)\s+(?=[Dd]eltagere fra )|\b(?=[Dd]eltagere fra )")


@dataclass(frozen=True, slots=True)
class Participant:
    """One line of the table of participants. group: whom they came for, as written."""

    name: str
    role: str
    group: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the text. Each may be empty; body is the text below."""

    participants: tuple[Participant, ...]
    time: str
    place: str
    numbers: tuple[str, ...]
    body: str


def read_heading(raw: str) -> Heading:
    """Return the facts above the text and the text itself."""
    facts: dict[str, list[str]] = {kind: [] for kind in _LABELS}
    lines = raw.replace("\r\n", "\n").split("\n")
    current = ""
    body_at = len(lines)
    for index, line in enumerate(lines):
        labelled = _LABEL.match(line)
        if labelled:
            current = _kind(labelled["label"])
            facts[current].append(labelled["rest"])
        elif _is_passed_over(line):
            current = current if not line.strip() and _waits(facts, current) else ""
        elif current and (_waits(facts, current) or _goes_on(current, line)):
            facts[current].append(line)
        else:
            body_at = index
            break
    return Heading(
        tuple(_participants("\n".join(facts["participants"]))),
        " ".join(facts["time"]).strip(" |*"),
        " ".join(facts["place"]).strip(" |*"),
        tuple(number.strip(" |*") for number in facts["number"] if number.strip(" |*")),
        "\n".join(lines[body_at:]),
    )


def _kind(label: str) -> str:
    return next(kind for kind, words in _LABELS.items() if label.lower() in words)


def _is_passed_over(line: str) -> bool:
    ruled = not line.strip(" |-:*_=")
    return ruled or bool(_DATE_LINE.match(line) or _TITLE.match(line))


def _waits(facts: dict[str, list[str]], current: str) -> bool:
    """Whether a label still waits for its value on a later line."""
    return bool(current) and not "".join(facts[current][-1:]).strip()


def _goes_on(current: str, line: str) -> bool:
    """Whether a line is one more participant."""
    return (
        current == "participants"
        and re.match(r"\s*(?:[-*+•·|]|\d+[.)]|(?:deltagere )?fra\b)", line, re.IGNORECASE)
        is not None
    )


def _participants(block: str) -> list[Participant]:
    found: list[Participant] = []
    group = ""
    text = html.unescape(_TAG.sub("\n", block))
    for piece in _BULLET.split(_GROUP_INSIDE.sub("\n", "\n" + text)):
        entry = piece.strip(" \t|*_:")
        if not entry:
            continue
        named = _GROUP.match(entry) or re.match(r"^(?P<group>[^,()]+):$", piece.strip(" \t|*_"))
        if named:
            group = named["group"].strip(" :")
            continue
        found.append(_participant(entry, group))
    return found


def _participant(entry: str, group: str) -> Participant:
    """Read "Name, role", "Name (role)", "Name - role, group" or "Name | role | group"."""
    parts = [
        p.strip(" *_") for p in re.split(r"\s*[|,()\t]\s*|\s+[-–]\s+", entry) if p.strip(" *_")
    ]
    name, role = parts[0], parts[1] if len(parts) > 1 else "deltager"
    return Participant(name, role, parts[2] if len(parts) > 2 and not group else group)  # noqa: PLR2004 - name, role, group
