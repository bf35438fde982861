"""Paths as an editor may give them -> the document, or a refusal."""

from pathlib import Path

import pytest
from house.build import write_content
from house.said import rules

from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.withdrawal.target import find_target

FOLDER = "dialoger/madservice"
DOCUMENTS = {
    f"{FOLDER}/oplaeg.md": (DocumentKind.BRIEFING, f"{FOLDER}/oplaeg/"),
    f"{FOLDER}/spoergeramme.md": (DocumentKind.FRAMEWORK, f"{FOLDER}/spoergeramme/"),
    f"{FOLDER}/referater/leverandoer-a.md": (
        DocumentKind.MINUTES,
        f"{FOLDER}/referater/leverandoer-a/",
    ),
    f"{FOLDER}/bilag/svarskema.pdf": (DocumentKind.ATTACHMENT, f"{FOLDER}/bilag/svarskema.pdf"),
    f"{FOLDER}/bilag/er-der-ikke.pdf": (DocumentKind.ATTACHMENT, f"{FOLDER}/bilag/er-der-ikke.pdf"),
}
NO_DOCUMENTS = (
    "",
    ".",
    "..",
    "dialoger",
    FOLDER,
    f"{FOLDER}/dialog.md",
    f"{FOLDER}/bilag",
    f"{FOLDER}/bilag/mappe/svarskema.pdf",
    f"{FOLDER}/referater/leverandoer-a.seal.yml",
    f"{FOLDER}/andet.md",
    f"{FOLDER}/bilag/../oplaeg.md",
    f"../{FOLDER}/oplaeg.md",
    f"../content-2/{FOLDER}/oplaeg.md",
    "sider/privatliv.md",
    "/etc/hostname",
    f"{FOLDER}/bilag/{'x' * 300}.pdf/../svarskema.pdf",
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path)


@pytest.mark.parametrize("file", DOCUMENTS)
def test_each_kind_of_document_is_known_by_its_place(file: str, content: Path) -> None:
    target = find_target(content / file, content)
    assert (target.kind, target.address) == DOCUMENTS[file]
    assert str(target.file) == file
    assert target.slug == "madservice"
    assert target.dialog == target.folder / "dialog.md"


@pytest.mark.parametrize("file", NO_DOCUMENTS)
def test_a_path_to_anything_else_is_refused(file: str, content: Path) -> None:
    assert rules(lambda: find_target(content / file, content)) == [(1, "withdraw/place")]


def test_a_path_may_begin_wherever_the_editor_stands(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content / FOLDER / "bilag")
    named = Path("svarskema.pdf"), Path("../../../../content") / FOLDER / "bilag/svarskema.pdf"
    assert {find_target(path, content).address for path in named} == {
        f"{FOLDER}/bilag/svarskema.pdf"
    }
    assert rules(lambda: find_target(Path("../oplaeg.md"), content))


def test_a_checkout_may_be_reached_through_a_link(content: Path, tmp_path: Path) -> None:
    (tmp_path / "genvej").symlink_to(content)
    target = find_target(tmp_path / "genvej" / FOLDER / "oplaeg.md", content)
    assert target == find_target(content / FOLDER / "oplaeg.md", tmp_path / "genvej")


@pytest.mark.parametrize(
    ("link", "leads_to", "named"),
    [
        ("bilag/b.pdf", "svarskema.pdf", "bilag/b.pdf"),
        ("bilag/b.pdf", "/etc/hostname", "bilag/b.pdf"),
        ("bilag/b.pdf", "b.pdf", "bilag/b.pdf"),
        ("../genvej", "madservice", "../genvej/oplaeg.md"),
        ("genvej", "bilag", "genvej/svarskema.pdf"),
    ],
)
def test_a_path_through_a_symbolic_link_is_refused(
    link: str, leads_to: str, named: str, content: Path
) -> None:
    (content / FOLDER / link).symlink_to(leads_to)
    path = content / FOLDER / named
    assert rules(lambda: find_target(path, content)) == [(1, "withdraw/place")]
