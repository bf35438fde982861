"""Documents of the house, the command that withdraws one, and what is left of it then."""

import subprocess
from pathlib import Path

from house.project import MARKEDSDIALOG, files, run

from markedsdialog.source import text
from markedsdialog.source.frontmatter import split

FOLDER = "content/dialoger/madservice"
DIALOG = f"{FOLDER}/dialog.md"
MINUTES = f"{FOLDER}/referater/informationsmoede.md"
ATTACHMENT = f"{FOLDER}/bilag/svarskema-2.docx"
BRIEFING = f"{FOLDER}/oplaeg.md"
FRAMEWORK = "content/dialoger/vintervedligehold/spoergeramme.md"
REASON = "Der var fejl i teksten."


def withdraw(
    project: Path, document: str, *more: str, reason: str = REASON
) -> subprocess.CompletedProcess[str]:
    """Withdraw a document as an officer would."""
    given = (MARKEDSDIALOG, "withdraw", document, "--reason", reason, "--by", "fuldmægtig", *more)
    return run(project, *given)


def facts(project: Path, dialog: str = DIALOG) -> dict[str, list[dict[str, str]]]:
    """Return the facts of a dialogue as they are written."""
    return split(text.read(project / dialog, dialog)).facts.values  # type: ignore[return-value]


def notes(project: Path, dialog: str = DIALOG) -> list[dict[str, str]]:
    """Return the notes of a dialogue that this test made."""
    return [one for one in facts(project, dialog).get("withdrawn", []) if one["reason"] == REASON]


def speaking_of(site: Path, *words: str) -> list[str]:
    """Return the files of a site that hold one of the words, or are named so."""
    wanted = [word.casefold() for word in words]
    return [
        name
        for name, data in files(site).items()
        if any(word in f"{name}\n{data.decode('utf-8', 'ignore')}".casefold() for word in wanted)
    ]
