from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from markedsdialog.engine.staging import Stage, staged
from markedsdialog.findings import Finding, Refused


@pytest.mark.parametrize("address", ["../x", "a/../../x", "/etc/x", "a/../x"])
def test_an_address_outside_the_site_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"):
        Stage(tmp_path / "stage").put(address, b"x")
    assert list(tmp_path.iterdir()) == []


def test_an_address_is_taken_once(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.put("a/index.html", b"first")
    with pytest.raises(FileExistsError):
        stage.put("a/index.html", b"second")
    assert (tmp_path / "a/index.html").read_bytes() == b"first"


def test_all_parts_are_written_and_counted(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.fill(lambda n=number: [(f"{n}/{i}", b"x") for i in range(n)] for number in range(5))  # type: ignore[misc]
    assert stage.count == len([path for path in tmp_path.rglob("*") if path.is_file()]) == 10


def test_every_part_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    def refusing(line: int) -> Iterator[tuple[str, bytes]]:
        yield f"{line}", b"made"
        raise Refused([Finding("theme/a.html", line, "theme/template", "Be sound", "Mend it")])

    with pytest.raises(Refused) as refused:
        Stage(tmp_path).fill([partial(refusing, line) for line in (3, 1, 2)])
    assert [finding.line for finding in refused.value.findings] == [1, 2, 3]


def test_a_fault_of_any_kind_leaves_what_is_live(tmp_path: Path) -> None:
    live = tmp_path / "live"
    live.mkdir()
    (live / "page").write_text("old")

    def fail() -> None:
        with staged(live) as folder:
            (folder / "page").write_text("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert (live / "page").read_text() == "old"
    assert list(tmp_path.iterdir()) == [live]


def test_a_second_build_is_kept_out_until_the_first_ends(tmp_path: Path) -> None:
    live = tmp_path / "live"
    with staged(live) as folder:
        (folder / "page").write_text("first")
        with pytest.raises(BlockingIOError, match="Another build"), staged(live):
            pass
        assert (folder / "page").read_text() == "first"
    with staged(live) as folder:
        (folder / "page").write_text("second")
    assert (live / "page").read_text() == "second"


def test_a_build_that_failed_keeps_nobody_out(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), staged(tmp_path / "live"):
        raise OSError("full")
    with staged(tmp_path / "live") as folder:
        (folder / "page").write_text("new")
    assert (tmp_path / "live/page").read_text() == "new"
