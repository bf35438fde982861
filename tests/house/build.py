"""A small invented content tree -> files below a folder, with pieces that a test replaces.

Every name is invented. The tree is the least that has one of each kind of file and no fault, so
that whatever a test replaces is the only thing that can be wrong.
"""

from collections.abc import Mapping
from pathlib import Path

SLUG = "madservice"
AUTHORITY = "eksempelforvaltningen"

DIALOG = """\
---
title: Information om kommende udbud af madservice
lead: Eksempel Kommune vil høre markedet om madservice.
authority: eksempelforvaltningen
lots:
  - number: 1
    title: Varm mad
  - number: 2
expected_value: not stated
procedure: open
published: 2026-01-10
response_deadline: 2026-02-20 12:00
tender_notice_expected: 2026-Q3
documents:
  - file: bilag/svarskema.pdf
    title: Svarskema
    kind: answer form
    date: 2026-01-10
---
Læs [oplægget](oplaeg.md) og [skemaet](bilag/svarskema.pdf).
"""

BRIEFING = """\
---
title: Oplæg
---
## Baggrund

Kommunen køber madservice.
"""

FRAMEWORK = """\
---
title: Spørgeramme
---
Svar kort.

## 1. Målgruppe

Kommunen ønsker viden om målgruppen.

- Hvem er målgruppen?
- Beskriv behovet

## Afslutning

- Er der andet?
"""

MINUTES = """\
---
title: Referat af møde med Leverandør A
held: 2026-02-25
form: online
published: 2026-03-10
participants:
  - side: supplier
    role: leder
    count: 2
lots:
  - 1
themes:
  - maalgruppe
---
Leverandør A fortalte om [rammen](../spoergeramme.md).
"""

PAGE = """\
---
title: Privatliv
lead: Sådan passer vi på oplysninger.
updated: 2026-01-02
---
Vi gemmer intet.
"""

DIALOGUE_FILES: Mapping[str, str | bytes] = {
    "dialog.md": DIALOG,
    "oplaeg.md": BRIEFING,
    "spoergeramme.md": FRAMEWORK,
    "referater/leverandoer-a.md": MINUTES,
    "bilag/svarskema.pdf": b"%PDF-1.7 invented",
}

SITE = """\
name: Markedsdialoger
title_suffix: Eksempel Kommune
municipality: Eksempel Kommune
description: Dialoger før udbud
url: https://dialog.eksempel.example
contact_mailbox: udbud@eksempel.example
menu:
  - title: Dialoger
    address: dialoger/
footer:
  - title: Privatliv
    address: privatliv/
"""

AUTHORITIES = """\
eksempelforvaltningen:
  name: Eksempelforvaltningen
  mailbox: udbud@eksempel.example
"""

WORDS = """\
status:
  open: Åben for svar
"""

STATEMENT = """\
status: partial
official: not stated
method: self assessment
written: 2026-01-02
reviewed: 2026-01-02
feedback:
  mailbox: udbud@eksempel.example
  phone: not stated
"""

DATA_FILES: Mapping[str, str | bytes] = {
    "site.yml": SITE,
    "authorities.yml": AUTHORITIES,
    "words.yml": WORDS,
    "accessibility.yml": STATEMENT,
}


def write(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write `files` by their paths below `folder`; None leaves a file out. Return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        if content is not None:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def write_dialogue(
    content: Path, files: Mapping[str, str | bytes | None] | None = None, slug: str = SLUG
) -> Path:
    """Write one dialogue below `content` with `files` in place of its own; return its folder."""
    return write(content / "dialoger" / slug, {**DIALOGUE_FILES, **(files or {})})


def write_content(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write `root/content` with one dialogue and one page; return it.

    files: what one dialogue's folder holds instead, by path inside that folder.
    """
    content = root / "content"
    write_dialogue(content, files)
    write(content / "sider", {"privatliv.md": PAGE})
    return content


def write_data(root: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write `root/data` with `files` in place of its own; return it."""
    return write(root / "data", {**DATA_FILES, **(files or {})})


def with_fact(text: str, line: str) -> str:
    """Return a source file with one more line of facts, in place of the fact of the same key."""
    key = line.split(":", maxsplit=1)[0]
    facts, prose = text.removeprefix("---\n").split("\n---\n", 1)
    kept, dropping = [], False
    for old in facts.split("\n"):
        if not old.startswith((" ", "-")):
            dropping = old.split(":")[0] == key
        if not dropping:
            kept.append(old)
    return "\n".join(["---", *kept, line, "---", prose])


def line_of(text: str, words: str) -> int:
    """Return the line of `text`, from 1, that holds `words`; they must stand exactly once."""
    lines = [number for number, line in enumerate(text.split("\n"), 1) if words in line]
    if len(lines) != 1:
        raise AssertionError(f"{words!r} stands on lines {lines}")
    return lines[0]
