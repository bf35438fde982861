from pathlib import Path

import pytest

from bench import content
from markedsdialog.dialogues.library import Library, read_library

MANY = 12


def _library(folder: Path) -> Library:
    for dialogue in content.dialogues(MANY, seed=1):
        content.write_for_us(dialogue, folder)
    return read_library(folder, content.AUTHORITY_KEYS, "content")


def _texts(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): file.read_text("utf-8") for file in files}


def test_a_seed_gives_the_same_dialogues_each_time() -> None:
    assert list(content.dialogues(MANY, seed=7)) == list(content.dialogues(MANY, seed=7))


def test_another_seed_gives_other_dialogues() -> None:
    assert list(content.dialogues(MANY, seed=7)) != list(content.dialogues(MANY, seed=8))


def test_more_dialogues_begin_with_the_same_ones() -> None:
    assert list(content.dialogues(MANY, seed=7))[:3] == list(content.dialogues(3, seed=7))


def test_the_content_reads_without_findings(tmp_path: Path) -> None:
    assert len(_library(tmp_path).dialogues) == MANY


def test_each_dialogue_has_five_pages_like_the_real_ones(tmp_path: Path) -> None:
    for dialogue in _library(tmp_path).dialogues:
        assert dialogue.briefing
        assert dialogue.framework
        assert [theme.number for theme in dialogue.framework.themes] == [*range(1, 8), None]
        assert dialogue.framework.question_count == 27
        assert len(dialogue.minutes) == 2
        assert all(minutes.facts.themes for minutes in dialogue.minutes)


@pytest.mark.parametrize(
    ("file", "least", "most"),
    [
        ("dialog.md", 800, 2500),
        ("oplaeg.md", 3000, 5500),
        ("spoergeramme.md", 3500, 5500),
        ("referater/leverandoer-a.md", 4500, 7500),
    ],
)
def test_each_page_is_about_as_long_as_a_real_one(
    tmp_path: Path, file: str, least: int, most: int
) -> None:
    _library(tmp_path)
    sizes = [(folder / file).stat().st_size for folder in (tmp_path / "dialoger").iterdir()]
    assert least < min(sizes) <= max(sizes) < most


def test_both_sides_hold_the_same_markdown(tmp_path: Path) -> None:
    dialogue = next(content.dialogues(1, seed=1))
    content.write_for_us(dialogue, tmp_path / "ours")
    content.write_for_stock_pelican(dialogue, tmp_path / "theirs")
    ours, theirs = _texts(tmp_path / "ours" / "dialoger"), _texts(tmp_path / "theirs")
    assert theirs.keys() == {name for name in ours if name.endswith(".md")}
    for name, article in theirs.items():
        header, _, body = article.partition("\n\n")
        assert header.startswith("Title: ")
        assert ours[name].endswith(f"---\n\n{body.replace('{filename}', '')}")
