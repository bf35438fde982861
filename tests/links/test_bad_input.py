import os
import string
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.links.address import Site, Standpoint, read
from markedsdialog.links.collect import collect
from markedsdialog.links.judge import SiteJudge
from markedsdialog.links.report import FORMATS
from markedsdialog.links.values import Inside, Use

SUFFIXES = ("html", "css", "xml", "svg", "ics", "webmanifest", "robots.txt")


def found_kinds(root: Path) -> list[str]:
    report = SiteJudge(root).judge()
    assert all(render(report) for render in FORMATS.values())
    return [finding.kind.name for finding in report.findings]


def test_a_loop_of_symbolic_links_ends(tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe" / "rundt").symlink_to(tmp_path)
    (tmp_path / "selv").symlink_to(tmp_path / "selv")
    (tmp_path / "a.html").write_text('<a href="mappe/rundt/a.html">x</a><a href="selv">x</a>')
    assert "missing-page" in found_kinds(tmp_path)


def test_a_folder_that_cannot_be_listed_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lukket").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("lukket"):
            raise PermissionError
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found_kinds(tmp_path) == ["unreadable"]


def test_a_file_that_vanishes_while_it_is_read_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text("x")

    def vanish(_path: Path) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", vanish)
    assert found_kinds(tmp_path) == ["unreadable"]


@pytest.mark.parametrize(
    "name",
    [
        "med mellemrum.html",
        "gåse\"øjne'.html",
        "ny\nlinje.html",
        "a?b#c%.html",
        "&amp;.html",
        "日本.html",
    ],
)
def test_odd_names_can_be_linked_to(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f'<a href="{quote(name)}">x</a><a href="vaek.html">x</a>')
    assert found_kinds(tmp_path) == ["missing-page"]


def test_names_in_another_encoding_can_be_linked_to(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/bl\xe5b\xe6r.html"
    Path(os.fsdecode(raw)).write_text('<a href="bl%E5b%E6r.html">x</a><a href="bl%E5.html">x</a>')
    assert found_kinds(tmp_path) == ["missing-page"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 1000,
        b"\xff\xfe\x00\xd8",
        b"<" * 100_000,
        b"<div>" * 50_000,
        b'<a href="' + b"x" * 1_000_000,
        b'<meta charset="utf-16"><a href=x>',
        b'<meta charset="no-such"><a href=\xe6>',
        "<a href=æ>".encode("utf-16"),
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><x>&b;</x>",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed><id>&a;</id></feed>',
        b'{"url": ' + b"[" * 100_000,
        b'{"url": "\\ud800"}',
        b"p{background:url(",
        b"@import url(a) " + b"(" * 20_000,
        b"URL:" + b"\r\n x" * 1000,
    ],
)
@pytest.mark.parametrize("name", [f"a.{suffix}" for suffix in SUFFIXES[:-1]] + ["robots.txt"])
def test_bad_bytes_of_every_sort_give_a_result(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert set(found_kinds(tmp_path)) <= {
        "missing-page", "missing-file", "unreadable", "empty", "bad-percent", "not-absolute",
        "template-left",
    }  # fmt: skip


def test_two_encodings_on_one_page_lose_no_link(tmp_path: Path) -> None:
    page = '<a href="a.html">æ</a>'.encode() + '<a href="b.html">å</a>'.encode("latin-1")
    (tmp_path / "side.html").write_bytes(page)
    assert found_kinds(tmp_path) == ["missing-page"] * 2


def test_a_hundred_thousand_wrong_links_on_a_page_are_bounded(tmp_path: Path) -> None:
    links = "".join(f'<a href="{number}.html">x</a>' for number in range(100_000))
    (tmp_path / "a.html").write_text(links)
    assert len(found_kinds(tmp_path)) == 1000


HERE = Standpoint("mappe/side.html", "mappe/")
SITE = Site.at("https://eksempel.dk/under/")


@given(st.text(max_size=60), st.sampled_from(Use))
def test_every_text_is_read_as_a_link(written: str, use: Use) -> None:
    assert read(SITE, HERE, written, use) == read(SITE, HERE, f" {written}\n", use)


SEGMENT = st.text(string.ascii_letters + "æøåÆØÅ-_ .,'()!", min_size=1, max_size=8).filter(
    lambda text: text.strip(".") == text and text.strip() == text
)


@given(st.lists(SEGMENT, min_size=1, max_size=4))
def test_what_is_encoded_is_decoded_to_itself(segments: list[str]) -> None:
    path = "/".join(segments)
    assert read(SITE, HERE, f"../{quote(path)}", Use.VISIT) == Inside(path, "")


@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_every_file_can_be_collected(data: bytes, suffix: str) -> None:
    name = suffix if "." in suffix else f"a.{suffix}"
    collected = collect(name, data)
    assert all(link.line >= 1 for link in collected.links)


@given(
    st.lists(
        st.sampled_from(["<a href=", "'", '"', ">", "<!--", "-->", "x", "<script>", "</", "&"]),
        max_size=40,
    )
)
def test_html_in_pieces_is_judged(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.html").write_text("".join(pieces))
        assert SiteJudge(Path(folder)).judge().files == 1
