"""The real build with the gate on: nothing that names somebody goes live, in whatever file."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from anonymity.invented import NAME, REGISTER_FILE
from house.project import PELICAN, build, files, replace, run, seal_all

MINUTES = "content/dialoger/tolkebistand/referater/leverandoer-a.md"
DIALOG = "content/dialoger/madservice/dialog.md"
ATTACHMENT = "content/dialoger/madservice/bilag/summary.txt"
ALLOWANCES = "data/allowances.yml"
ALLOWANCE = """\
allowances:
  - rule: words/unknown
    occurrence: sha256:{digits}
    reason: en metode, ingen person
    role: fuldmægtig
    decided: 2026-01-02
    {more}
"""


def private(project: Path, register: str | None = REGISTER_FILE) -> None:
    """Give the project an officer's private folder."""
    folder = project / "private" / "madservice"
    folder.mkdir(parents=True)
    if register is not None:
        (folder / "register.yml").write_text(register, "utf-8")


def append(file: str, text: str) -> Callable[[Path], None]:
    """Return what adds a text to the end of a file."""

    def spoil(project: Path) -> None:
        with (project / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return spoil


def swap(file: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what puts one text in the place of another."""
    return lambda project: replace(project / file, old, new)


def allow(more: str = "") -> Callable[[Path], None]:
    """Return what allows something that stands nowhere."""
    return append(ALLOWANCES, ALLOWANCE.format(digits="0" * 64, more=more).rstrip(" "))


PLANTED = {
    "a page of the theme": append("theme/templates/base.html", f"<!-- {NAME} -->\n"),
    "a style sheet": append("theme/static/css/base.css", f"/* {NAME} */\n"),
    "a phrase": swap("data/words.yml", "Gå til indholdet", f"Gå til {NAME}"),
    "the site's facts": swap("data/site.yml", "som kun prøverne kender", f"som {NAME} kender"),
    "the lead of a dialogue": swap(DIALOG, "\nlead: ", f"\nlead: {NAME} "),
    "a standing page": append("content/sider/om.md", f"\nSkriv til {NAME}.\n"),
    "an attachment": append(ATTACHMENT, f"{NAME}\n"),
}


def refused(project: Path, house: Path) -> str:
    """Build a project that must be refused over a live site; return what was told."""
    shutil.copytree(house, project / "output")
    done = run(project, PELICAN, "content")
    assert done.returncode == 1, done.stdout
    assert files(project / "output") == files(house)
    assert not list(project.glob("output.*"))
    return done.stderr


@pytest.mark.parametrize("place", PLANTED)
def test_a_registered_name_anywhere_stops_the_build(place: str, project: Path, house: Path) -> None:
    private(project)
    PLANTED[place](project)
    told = refused(project, house)
    assert ": register/person: " in told
    assert "Torvald" not in told


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (swap(MINUTES, "40 sprog", "41 sprog"), "seal/broken"),
        (append(MINUTES, " "), "seal/broken"),
        (swap(MINUTES, "count: 2", "count: 3"), "seal/broken"),
        (lambda project: next(project.rglob("leverandoer-a.seal.yml")).unlink(), "seal/missing"),
        (append(MINUTES.replace(".md", ".seal.yml"), "by: x\n"), "seal/unreadable"),
    ],
)
def test_minutes_that_are_not_as_they_were_approved_stop_the_build(
    change: Callable[[Path], None], rule: str, project: Path, house: Path
) -> None:
    change(project)
    assert f"{MINUTES}:1: {rule}: " in refused(project, house)


@pytest.mark.parametrize(
    ("more", "rule"),
    [("", "allowance/unused"), ("expires: 2026-03-09", "allowance/expired")],
)
def test_an_allowance_that_is_unused_or_over_stops_the_build(
    more: str, rule: str, project: Path, house: Path
) -> None:
    allow(more)(project)
    assert f": {rule}: " in refused(project, house)


def test_a_private_folder_without_a_register_stops_the_build(project: Path, house: Path) -> None:
    private(project, register=None)
    assert ": register/missing: " in refused(project, house)


def test_a_gate_that_cannot_look_up_words_is_closed(project: Path, house: Path) -> None:
    (project / ".cache/words").unlink()
    assert "gate:1: gate/unexpected: " in refused(project, house)


@pytest.mark.parametrize(("slug", "code"), [("tolkebistand", 0), ("madservice", 1)])
def test_a_dialogues_terms_let_a_word_stand_in_its_own_minutes_alone(
    slug: str, code: int, project: Path
) -> None:
    append("data/terms.yml", f"dialogues:\n  {slug}: [Zyrkonia]\n")(project)
    append(MINUTES, "\nMetoden hedder Zyrkonia.\n")(project)
    (project / MINUTES.replace(".md", ".seal.yml")).unlink()
    seal_all(project)
    done = run(project, PELICAN, "content")
    assert done.returncode == code
    assert (": words/unknown: " in done.stderr) is (code == 1)


def test_sealed_minutes_build_with_and_without_a_register(project: Path, house: Path) -> None:
    assert files(build(project)) == files(house)
    private(project)
    assert files(build(project)) == files(house)
    assert len(list((project / ".cache/gate").iterdir())) == 1
