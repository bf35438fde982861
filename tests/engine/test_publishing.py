"""A build replaces the site as a whole or not at all, whatever happens to the machine."""

import os
import shutil
from pathlib import Path

import pytest
from house.project import (
    COMMANDS,
    DAY,
    INSTANT,
    PELICAN,
    ROOT,
    build,
    files,
    make_project,
    replace,
    run,
)

from markedsdialog.engine.staging import staged

NEW_WORDS = "Kommunen køber nu mad af tre køkkener."
OLD = DAY * 365
"""A time, in seconds since 1970, that no build of today can give to a file."""


@pytest.fixture
def published(project: Path, house: Path) -> Path:
    """Return a project whose site is live and old, and whose content has moved on."""
    shutil.copytree(house, project / "output")
    for file in (project / "output").rglob("*"):
        os.utime(file, (OLD, OLD))
    briefing = project / "content/dialoger/madservice/oplaeg.md"
    replace(briefing, "Kommunen køber i dag mad af **to** køkkener.", NEW_WORDS)
    return project


@pytest.fixture(scope="session")
def renewed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the site that `published` is to become."""
    project = make_project(tmp_path_factory.mktemp("renewed") / "project")
    briefing = project / "content/dialoger/madservice/oplaeg.md"
    replace(briefing, "Kommunen køber i dag mad af **to** køkkener.", NEW_WORDS)
    return files(build(project))


def add_to_settings(project: Path, lines: str) -> None:
    """Let the project's settings do something more."""
    with (project / "pelicanconf.py").open("a") as settings:
        settings.write(lines)


def test_the_same_content_gives_the_same_bytes(project: Path, house: Path) -> None:
    assert files(build(project)) == files(house)


def test_every_way_of_building_gives_the_same_bytes(project: Path, house: Path) -> None:
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "words.lock"):
        shutil.copy2(ROOT / name, project)
    environment = COMMANDS.parent
    there = (f"{environment}/site.done", ".cache/words/names.marisa")
    make = ("make", f"VENV={environment}", *(f"--old-file={name}" for name in there), "site")
    for command in (make, (str(COMMANDS / "python"), "-m", "pelican", "content")):
        done = run(project, *command)
        assert done.returncode == 0, done.stderr
        assert files(project / "output") == files(house)
        shutil.rmtree(project / "output")


def test_only_what_changed_gets_a_new_time(published: Path, renewed: dict[str, bytes]) -> None:
    output = build(published)
    assert files(output) == renewed
    changed = {
        file.relative_to(output).as_posix()
        for file in output.rglob("*")
        if file.is_file() and file.stat().st_mtime != OLD
    }
    index = {name for name in changed if name.startswith("soeg/")}
    assert changed - index == {"dialoger/madservice/oplaeg/index.html"}
    # The index is one whole: its folder's name tells its content.
    assert {Path(name).name for name in index} == {"indeks.json", "ord-0.json", "sider-0.json"}


def test_a_page_without_a_source_is_gone_after_the_next_build(published: Path) -> None:
    shutil.rmtree(published / "content/dialoger/skolebusser")
    (published / "output/dialoger/skolebusser/rest.html").write_text("rest")
    assert not (build(published) / "dialoger/skolebusser").exists()


def test_a_full_disk_leaves_the_site_as_it_was(published: Path, house: Path) -> None:
    # The limit is lower than the font, so that the write fails after many that did not.
    done = run(published, "bash", "-c", f"ulimit -f 12; exec {PELICAN} content")
    assert done.returncode == 1
    assert done.stderr == f"{published}/output: File too large. The site is as it was.\n"
    assert files(published / "output") == files(house)
    assert not list(published.glob("output.*"))


def test_a_folder_that_cannot_be_written_leaves_the_site_as_it_was(
    published: Path, house: Path
) -> None:
    published.chmod(0o555)
    # Root may write anywhere as long as it has this capability.
    powers = ["setpriv", "--bounding-set=-dac_override"] if os.getuid() == 0 else []
    done = run(published, *powers, PELICAN, "content")
    published.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr == f"{published}/output.next: Permission denied. The site is as it was.\n"
    assert files(published / "output") == files(house)


def test_a_build_beside_another_says_so(published: Path, house: Path) -> None:
    with staged(published / "output"):
        done = run(published, PELICAN, "content")
        assert done.returncode == 1
        assert done.stderr == (
            f"{published}/output: Another build is at work. The site is as it was.\n"
        )
        assert files(published / "output") == files(house)


def test_an_output_below_a_file_is_told(project: Path) -> None:
    (project / "file").write_text("")
    done = run(project, PELICAN, "content", "-o", "file/output")
    assert done.returncode == 1
    assert done.stderr == f"{project}/file: File exists. The site is as it was.\n"


# The moment of the kill -> settings that bring it about, and what is live right after it.
KILLS = {
    "while the first page is written": ("Stage.put", "self.count == 0", "old"),
    "while the last pages are written": ("Stage.put", "address == 'robots.txt'", "old"),
    "before the old site makes way": ("Path.rename", "self.name == 'output'", "old"),
    "before the new site takes its place": ("Path.rename", "self.name == 'output.next'", None),
}
KILL = """
import os, signal
from pathlib import Path
from markedsdialog.engine.staging import Stage

act = {method}
BUILD = os.getpid()

def act_or_die(self, address, *rest):
    if {when}:
        os.kill(BUILD, signal.SIGKILL)
        signal.pause()
    return act(self, address, *rest)

{method} = act_or_die
"""


KILL_HELPERS = """
import os, signal, time
from markedsdialog import workers
from markedsdialog.engine.staging import Stage

act, BUILD, workers._processors = Stage.put, os.getpid(), lambda: 3

def act_or_die(self, address, data):
    if os.getpid() != BUILD:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.02)  # so that helpers have their turns
    return act(self, address, data)

Stage.put = act_or_die
"""


def test_a_helper_that_is_killed_leaves_the_site_as_it_was(published: Path, house: Path) -> None:
    add_to_settings(published, KILL_HELPERS)
    done = run(published, PELICAN, "content")
    assert done.returncode == 1
    assert "A process that took part was killed. The site is as it was." in done.stderr
    assert files(published / "output") == files(house)
    assert not list(published.glob("output.*"))


@pytest.mark.parametrize("moment", KILLS)
def test_a_killed_build_leaves_no_mixture_and_the_next_one_recovers(
    moment: str, published: Path, house: Path, renewed: dict[str, bytes]
) -> None:
    method, when, live = KILLS[moment]
    settings = (published / "pelicanconf.py").read_text()
    add_to_settings(published, KILL.format(method=method, when=when))
    assert run(published, PELICAN, "content").returncode == -9
    if live:
        assert files(published / "output") == files(house)
    else:
        assert not (published / "output").exists()
    (published / "pelicanconf.py").write_text(settings)
    assert files(build(published)) == renewed
    assert not list(published.glob("output.*"))


def test_after_a_kill_even_a_refused_build_brings_the_old_site_back(
    published: Path, house: Path
) -> None:
    (published / "output").rename(published / "output.old")
    (published / "content/sider/om.md").write_text("")
    assert run(published, PELICAN, "content").returncode == 1
    assert files(published / "output") == files(house)


def test_what_is_dated_later_is_nowhere_until_its_day(project: Path, house: Path) -> None:
    held_back = (b"ilbageholdt", b"vandvaerk", b"vandforvaltningen", b"forbrug.csv")
    for name, data in files(house).items():
        assert [word for word in held_back if word in data or word in name.encode()] == [], name
    later = build(project, at=INSTANT + 30 * DAY)
    told = b"".join(name.encode() + data for name, data in files(later).items())
    assert [word for word in held_back if word not in told] == []


@pytest.mark.parametrize("epoch", ["i går", "1e9", "99999999999999999999", "-99999999999999"])
def test_an_instant_that_is_none_ends_the_build(epoch: str, project: Path) -> None:
    done = run(project, PELICAN, "content", env={"SOURCE_DATE_EPOCH": epoch})
    assert done.returncode == 1
    assert "SOURCE_DATE_EPOCH must be seconds since 1970" in done.stdout
    assert not (project / "output").exists()
