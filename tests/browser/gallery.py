"""The house's content and the worst that an editor can write -> the gallery: a site for tests.

The house has a dialogue in every state. `gallery/ekstrem` adds what is long, wide and foreign; what
is many is made here: 60 questions under one theme, and 200 dialogues in one list.
"""

import shutil
from pathlib import Path

from browser.tools import HERE
from house.project import build, make_project, replace, seal_all
from PIL import Image

BELOW = "/udbud/dialog/"
"""The path of the house's address in its data/site.yml."""

QUESTIONS = 60
DIALOGUES = 200
TITLE = "Information om kommende udbud af " + 7 * "specialpædagogisk støtteforanstaltning og "
LONG_TITLE = TITLE[:289] + " med videre"
LONG_MAILBOX = "indkoebsaftaler-og-kontraktstyring-for-hele-kommunen@fjordby.example"

FRAMEWORK = """\
---
title: Spørgeramme med {count} spørgsmål under ét tema
---

Svar på det, I har lyst til.

## 1. Tema

Kommunen ønsker viden om alt.

{questions}

## Et tema uden nummer

- Er der andet, som I synes, at kommunen skal vide?
"""

QUESTION = "- Hvordan løser I opgave nummer {number}, og hvad betyder det for prisen?\n"

FILLER = """\
---
title: Information om kommende udbud nummer {number}
lead: Kommunen vil høre markedet om opgave nummer {number}.
authority: skoleforvaltningen
expected_value: not stated
procedure: not stated
published: 2026-01-05
response_deadline: not stated
tender_notice_expected: not stated
---
"""


def build_gallery(folder: Path) -> Path:
    """Build the gallery in a new folder; return the folder of the site."""
    project = make_project(folder)
    dialogues = project / "content" / "dialoger"
    worst = dialogues / "ekstrem"
    shutil.copytree(HERE / "gallery" / "ekstrem", worst)
    replace(worst / "dialog.md", "LONG_TITLE", LONG_TITLE)
    Image.new("RGB", (1600, 400), "navy").save(worst / "bilag" / "plan.png")
    replace(
        worst / "dialog.md",
        "changes:\n",
        "  - file: bilag/plan.png\n    title: Plan over havnen\n    kind: attachment\n"
        "    date: 2026-01-05\nchanges:\n",
    )
    questions = "".join(QUESTION.format(number=number) for number in range(1, QUESTIONS + 1))
    (worst / "spoergeramme.md").write_text(
        FRAMEWORK.format(count=QUESTIONS + 1, questions=questions), "utf-8"
    )
    for number in range(1, DIALOGUES + 1):
        filler = dialogues / f"fyld-{number:03}"
        filler.mkdir()
        (filler / "dialog.md").write_text(FILLER.format(number=number), "utf-8")
    replace(
        project / "data" / "allowances.yml", "mailboxes:\n", f"mailboxes:\n  - {LONG_MAILBOX}\n"
    )
    seal_all(project)
    return build(project)
