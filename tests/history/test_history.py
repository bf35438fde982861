"""Real repositories in a temporary folder -> what they remember of a file."""

import subprocess
from pathlib import Path, PurePosixPath

import pytest

from markedsdialog.history import History, history_of

FILE = PurePosixPath("content/a b.md")


def git(folder: Path, *command: str) -> str:
    """Let git do something as somebody who is nobody."""
    who = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    return subprocess.run(
        ["git", *who, *command],  # noqa: S607 - the machine's own git
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def commit(folder: Path, text: str | None) -> str:
    """Commit the file with a text, or without the file; return the short hash."""
    file = folder / FILE
    if text is None:
        file.unlink()
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(folder, "rev-parse", "--short", "HEAD")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a repository with one commit, which does not hold the file."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / "README").write_text("x", "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    return folder


def seen(folder: Path, file: PurePosixPath = FILE) -> History:
    """Return what history holds; there must be one."""
    history = history_of(file, folder)
    assert history
    return history


def test_each_commit_that_holds_the_file_is_counted(checkout: Path) -> None:
    first = commit(checkout, "1")
    last = commit(checkout, "1")
    commit(checkout, None)
    commit(checkout, "2")
    commit(checkout, None)
    history = seen(checkout)
    assert (history.commits, history.first) == (3, first)
    assert history.last not in (first, last)


def test_other_branches_and_tags_count_too(checkout: Path) -> None:
    git(checkout, "switch", "--quiet", "--create", "kladde")
    first = commit(checkout, "1")
    git(checkout, "switch", "--quiet", "main")
    assert (seen(checkout).first, seen(checkout).last) == (first, first)
    git(checkout, "tag", "gammel", "kladde")
    git(checkout, "branch", "--quiet", "-D", "kladde")
    assert seen(checkout).commits == 1


def test_a_file_that_was_never_committed_is_in_none(checkout: Path) -> None:
    history = seen(checkout)
    assert (history.commits, history.first, history.last) == (0, "", "")


def test_the_command_names_every_path_from_the_top_of_the_checkout(checkout: Path) -> None:
    commit(checkout, "1")
    history = history_of(PurePosixPath("a b.md"), checkout / "content", PurePosixPath("c.yml"))
    assert history
    assert history.commits == 1
    paths = "--path 'content/a b.md' --path content/c.yml"
    assert history.removal == f"git filter-repo --invert-paths {paths}"


def test_a_shallow_clone_is_known_as_one(checkout: Path, tmp_path: Path) -> None:
    commit(checkout, "1")
    commit(checkout, "2")
    assert not seen(checkout).shallow
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{checkout}", "clone")
    history = seen(tmp_path / "clone")
    assert (history.commits, history.shallow) == (1, True)


def test_a_repository_without_commits_holds_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert seen(tmp_path).commits == 0


def test_without_a_repository_or_without_git_there_is_no_history(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert history_of(FILE, tmp_path) is None
    assert history_of(FILE, tmp_path / "nej") is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history_of(FILE, checkout) is None
