"""What an editor asks for, and what speaks against it; a refusal never repeats the words."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commands.withdrawing import BRIEFING, DIALOG, FOLDER, MINUTES, REASON
from house.project import INSTANT, files, replace
from house.said import refused

from markedsdialog.withdrawal.job import Asked, Folders, Job, prepare

AT = datetime.fromtimestamp(INSTANT, UTC)
ROLE = "fuldmægtig"
REGISTER = """\
people:
  - {name: Torvald Brønsholtkvist, role: områdechef, side: supplier, supplier: q}
suppliers:
  - {id: q, names: [Qvandtholm Kompetence A/S]}
"""


def job(project: Path, document: str, **asked: str) -> Job:
    """Prepare a withdrawal in a project, which is also the folder in which the editor stands."""
    folders = Folders(project, project / "content", project / "data", project / "output")
    given = {"reason": REASON, "by": ROLE, **asked}
    return prepare(Asked(project / document, **given), folders, AT)


def told(project: Path, document: str, **asked: str) -> list[str]:
    """Return the findings of a withdrawal, which must be refused and change nothing."""
    before = files(project / "content")
    found = [str(finding) for finding in refused(lambda: job(project, document, **asked))]
    assert files(project / "content") == before
    return found


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of the house with a register, in which the editor stands."""
    monkeypatch.chdir(project)
    folder = project / "private/madservice"
    folder.mkdir(parents=True)
    (folder / "register.yml").write_text(REGISTER, "utf-8")
    return project


NO_DOCUMENT = {
    "facts": (DIALOG, "withdraw/place"),
    "outside": ("pelicanconf.py", "withdraw/place"),
    "a page": ("content/sider/om.md", "withdraw/place"),
    "a seal": (MINUTES.replace(".md", ".seal.yml"), "withdraw/place"),
    "a climb": (f"{FOLDER}/bilag/../oplaeg.md", "withdraw/place"),
    "unknown": (f"{FOLDER}/bilag/nej.pdf", "withdraw/unknown"),
    "of an unknown dialogue": ("content/dialoger/nej/oplaeg.md", "withdraw/unknown"),
    "no such minutes": (f"{FOLDER}/referater/nej.md", "withdraw/unknown"),
    "an attachment held back": (f"{FOLDER}/bilag/forbrug.csv", "withdraw/not-published"),
    "minutes held back": (f"{FOLDER}/referater/tilbageholdt-moede.md", "withdraw/not-published"),
    "a framework held back": (
        "content/dialoger/skolemad/spoergeramme.md",
        "withdraw/not-published",
    ),
    "minutes with the only date": (
        "content/dialoger/pleje-af-parker/referater/leverandoer-b.md",
        "dialogue/undated",
    ),
}
WRONG_WORDS = {
    "Det nævnte Torvald.": "register/person",
    "det nævnte torvalds mor": "register/person",
    "Om Qvandtholms priser": "register/supplier",
    "Det nævnte Hanne.": "words/unknown",
    "Det nævnte Zyrkonia.": "words/unknown",
    "Om 011290-1234.": "contact/cpr",
    "skriv til a@b.example": "contact/e-mail",
    "Om 29 88 77 66.": "contact/phone",
    "Havnegade 17, 0000 Fjordby": "contact/address",
    "ind\u200bhold": "withdraw/words",
    " ": "withdraw/words",
    "": "withdraw/words",
    "et\nto": "withdraw/words",
    "et\tto": "withdraw/words",
    "et \udce6": "withdraw/words",
}


def append(file: str, more: str) -> Callable[[Path], None]:
    """Return what adds a text to the end of a file."""

    def spoil(project: Path) -> None:
        (project / file).write_text(f"{(project / file).read_text('utf-8')}{more}", "utf-8")

    return spoil


SPOILT: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "content at fault": (append("content/sider/om.md", "\n<b>\n"), BRIEFING, "prose/raw-html"),
    "data at fault": (append("data/site.yml", "x: y\n"), BRIEFING, "facts/unknown-key"),
    "terms at fault": (append("data/terms.yml", "x: y\n"), BRIEFING, "facts/unknown-key"),
    "a folder without a register": (
        lambda project: (project / "private/tom").mkdir(),
        BRIEFING,
        "register/missing",
    ),
    "a definition": (append(DIALOG, "\n[a]: oplaeg.md\n\n[a]\n"), BRIEFING, "withdraw/link"),
    "a menu that leads there": (
        append("data/site.yml", "  - title: Mad\n    address: dialoger/madservice/oplaeg/\n"),
        BRIEFING,
        "withdraw/link",
    ),
    "a mention": (append(DIALOG, "\nSe oplaeg.md\n"), BRIEFING, "withdraw/named"),
    "a title that names a supplier": (
        lambda project: replace(project / BRIEFING, "title: Oplæg", "title: Oplæg fra Qvandtholm"),
        BRIEFING,
        "register/supplier",
    ),
    "a symbolic link in its place": (
        lambda project: (project / FOLDER / "bilag/b.txt").symlink_to("summary.txt"),
        f"{FOLDER}/bilag/b.txt",
        "withdraw/place",
    ),
    "a symbolic link beside it": (
        lambda project: (project / FOLDER / "bilag/b.txt").symlink_to("summary.txt"),
        BRIEFING,
        "folder/symlink",
    ),
}


@pytest.mark.parametrize("case", NO_DOCUMENT)
def test_what_is_no_published_document_is_not_withdrawn(case: str, here: Path) -> None:
    document, rule = NO_DOCUMENT[case]
    (found,) = told(here, document)
    assert f": {rule}: " in found


@pytest.mark.parametrize("words", WRONG_WORDS)
@pytest.mark.parametrize("option", ["reason", "title"])
def test_words_that_name_somebody_are_not_published(option: str, words: str, here: Path) -> None:
    found = told(here, BRIEFING, **{option: words})
    assert {one.split(": ")[0] for one in found} == {f"--{option}:1"}
    assert WRONG_WORDS[words] in [one.split(": ")[1] for one in found]
    assert not [word for word in words.split() if len(word) > 4 and word in "".join(found)]


@pytest.mark.parametrize(
    "by", ["Hanne", "chef Torvald", "fuldmægtig Hanne", "", " ", "a@b.example"]
)
def test_a_name_is_no_role(by: str, here: Path) -> None:
    (found,) = told(here, BRIEFING, by=by)
    assert found.startswith("--by:1: withdraw/role: ")


@pytest.mark.parametrize("case", SPOILT)
def test_what_cannot_be_withdrawn_whole_is_refused_whole(case: str, here: Path) -> None:
    spoil, document, rule = SPOILT[case]
    spoil(here)
    assert f": {rule}: " in "".join(told(here, document))


def test_all_that_minutes_have_with_a_framework_is_told_at_once(here: Path) -> None:
    found = told(here, f"{FOLDER}/spoergeramme.md")
    places = [one.split(": ")[:2] for one in found]
    assert [f"{MINUTES}:19", "dialogue/unknown-theme"] in places
    assert [f"{MINUTES}:24", "withdraw/sealed"] in places


def test_a_title_is_published_again_but_no_new_words(here: Path) -> None:
    document = f"{FOLDER}/bilag/summary.txt"
    (_, text), *_ = job(here, document).plan.texts
    assert "title: Short summary\n    reason" in text
    assert "words/unknown" in "".join(told(here, document, title="Short Zyrkonia"))


def test_the_terms_of_the_dialogue_may_stand_in_its_note(here: Path) -> None:
    append("data/terms.yml", "dialogues: {madservice: [Zyrkonia]}\n")(here)
    assert job(here, BRIEFING, reason="Om Zyrkonia.").plan.texts
    other = "content/dialoger/vintervedligehold/spoergeramme.md"
    assert "words/unknown" in "".join(told(here, other, reason="Om Zyrkonia."))
