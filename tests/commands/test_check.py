import shutil
from pathlib import Path

import pytest
from house.project import COMMANDS, MARKEDSDIALOG, ROOT, replace, run

DIALOG = "content/dialoger/madservice/dialog.md"


def test_good_content_is_counted(project: Path) -> None:
    done = run(project, MARKEDSDIALOG, "check")
    assert done.returncode == 0
    assert done.stdout == "10 dialogues and 3 pages; nothing to mend.\n"
    assert done.stderr == ""


def test_the_checkouts_own_content_is_good() -> None:
    assert run(ROOT, MARKEDSDIALOG, "check").returncode == 0


def test_nothing_is_written(project: Path) -> None:
    before = sorted(project.rglob("*"))
    run(project, MARKEDSDIALOG, "check")
    assert sorted(project.rglob("*")) == before


def test_faults_of_content_and_data_are_told_and_counted(project: Path) -> None:
    replace(project / DIALOG, "procedure: open", "procedure: åbent")
    replace(project / "data/site.yml", "https://", "http://")
    done = run(project, MARKEDSDIALOG, "check")
    assert done.returncode == 1
    assert done.stdout == ""
    first, second, count = done.stderr.splitlines()
    assert first.startswith(f"{DIALOG}:19: facts/value: `procedure`: ")
    assert second.startswith("data/site.yml:5: facts/value: `url`: ")
    assert count == "2 to mend."


def test_other_folders_can_be_named(project: Path) -> None:
    (project / "content").rename(project / "kladde")
    shutil.move(project / "data", project / "oplysninger")
    folders = ("--content", "kladde", "--data", "oplysninger")
    assert run(project, MARKEDSDIALOG, "check", *folders).returncode == 0
    (project / "kladde/sider/om.md").write_text("")
    done = run(project, MARKEDSDIALOG, "check", *folders)
    assert done.returncode == 1
    assert done.stderr.startswith("kladde/sider/om.md:1: source/empty: ")


@pytest.mark.parametrize("missing", ["content", "data"])
def test_a_folder_that_is_not_there_is_a_finding(missing: str, project: Path) -> None:
    (project / missing).rename(project / "elsewhere")
    done = run(project, MARKEDSDIALOG, "check")
    assert done.returncode == 1
    assert done.stderr.startswith(f"{missing}")
    assert "Traceback" not in done.stderr


def test_help_names_each_command(project: Path) -> None:
    done = run(project, MARKEDSDIALOG, "--help")
    assert done.returncode == 0
    for command in ("check", "serve"):
        assert f"\n    {command} " in done.stdout
        assert run(project, MARKEDSDIALOG, command, "--help").returncode == 0


def test_the_module_is_the_command(project: Path) -> None:
    python = str(COMMANDS / "python")
    as_module = run(project, python, "-m", "markedsdialog", "--help")
    assert as_module.stdout == run(project, MARKEDSDIALOG, "--help").stdout


@pytest.mark.parametrize("arguments", [[], ["findes-ikke"], ["check", "--farve"]])
def test_a_command_that_is_none_is_a_mistake_of_use(arguments: list[str], project: Path) -> None:
    done = run(project, MARKEDSDIALOG, *arguments)
    assert done.returncode == 2
    assert "usage: markedsdialog" in done.stderr
