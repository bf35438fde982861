from pathlib import Path

import pytest

from markedsdialog.engine.staging import Stage, staged


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
    assert stage.count == 1


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
