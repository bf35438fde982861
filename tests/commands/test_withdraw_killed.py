"""The command is killed before each change that it makes, and then run again."""

import shutil
from itertools import count
from pathlib import Path

import pytest
from commands import killer
from commands.withdrawing import (
    ATTACHMENT,
    BRIEFING,
    MINUTES,
    REASON,
    notes,
    speaking_of,
    withdraw,
)
from house.project import PELICAN, files, run

from markedsdialog.anonymity import project as anonymity
from markedsdialog.findings import Refused
from markedsdialog.project import read_project

WORDS = {
    MINUTES: "informationsmoede",
    ATTACHMENT: "svarskema-2",
    BRIEFING: "oplaeg",
}


LEAST_CHANGES = 8
"""Aside, two texts opened and put in place, aside removed, and the two halves of the swap."""


def builds(project: Path) -> bool:
    """Tell whether a build would be made: the content has no fault, and no seal is missing."""
    try:
        read_project(project / "content", project / "data")
    except Refused:
        return False
    return not any(checked.findings for _, checked in anonymity.read_project(project).seals())


def shorten(project: Path) -> None:
    """Leave the dialogues that these tests speak of, and link to each document from a page."""
    kept = ("madservice", "tolkebistand", "vandvaerk")
    for folder in (project / "content/dialoger").iterdir():
        if folder.name not in kept:
            shutil.rmtree(folder)
    page = project / "content/sider/om.md"
    links = [f"[et]({file.replace('content', '..')})" for file in WORDS]
    page.write_text(f"{page.read_text('utf-8')}\nSe {', '.join(links)}.\n", "utf-8")


def content(project: Path) -> dict[str, bytes]:
    return files(project / "content")


@pytest.mark.parametrize("document", WORDS)
def test_a_kill_leaves_no_build_that_misleads_and_a_rerun_finishes(
    document: str, project: Path, tmp_path: Path
) -> None:
    shorten(project)
    assert run(project, PELICAN, "content").returncode == 0
    for changes in count():
        killed = tmp_path / f"killed-{changes}"
        shutil.copytree(project, killed, symlinks=True)
        given = ("withdraw", document, "--reason", REASON, "--by", "fuldmægtig")
        done = run(killed, killer.__file__, str(changes), *given)
        if done.returncode == 0:
            break
        assert done.returncode == killer.KILLED, done.stderr
        if builds(killed) and content(killed) != content(project):
            assert notes(killed)
            assert not (killed / document).exists()
        finish(killed, document)
    assert changes >= LEAST_CHANGES


def finish(project: Path, document: str) -> None:
    """Run the command again, or just build where nothing is left for it; all must be done then."""
    site = project / "output"
    is_live = site.exists() and speaking_of(site, WORDS[document])
    done = withdraw(project, document)
    if is_live:
        assert done.returncode == 0, done.stderr
    else:
        assert ": withdraw/unknown: " in done.stderr
        assert run(project, PELICAN, "content").returncode == 0
    assert len(notes(project)) == 1
    assert speaking_of(site, WORDS[document]) == []
    assert not [name for name in content(project) if name.endswith((".new", ".withdrawn"))]
    assert builds(project)
    assert speaking_of(project / "content", document.removeprefix("content/dialoger/")) == []
