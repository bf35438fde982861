import os
from pathlib import Path

import pytest
from house.said import refused, rules
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.source.text import (
    MOST_BYTES,
    MOST_CHARACTERS_A_LINE,
    Source,
    decode,
    read,
)

FAULTY: dict[str, tuple[bytes, list[tuple[int, str]]]] = {
    "empty": (b"", [(1, "source/empty")]),
    "spaces alone": (b" \n\t\n", [(1, "source/empty")]),
    "latin-1": ("a\nb\nblåbær".encode("latin-1"), [(3, "source/encoding")]),
    "utf-16": ("\ufeffæ".encode("utf-16-be"), [(1, "source/encoding")]),
    "cut in a letter": ("a\nå".encode()[:-1], [(2, "source/encoding")]),
    "a surrogate": (b"a\n\xed\xa0\x80", [(2, "source/encoding")]),
    "bom": (b"\xef\xbb\xbfhej", [(1, "source/bom")]),
    "bom alone": (b"\xef\xbb\xbf", [(1, "source/bom")]),
    "bom inside": (b"hej\nd\xef\xbb\xbfu", [(2, "source/unseen-character")]),
    "crlf": (b"a\nb\r\nc\r\n", [(2, "source/line-endings")]),
    "cr in a line": (b"a\rb", [(1, "source/line-endings")]),
    "bom and crlf": (b"\xef\xbb\xbfa\r\n", [(1, "source/bom"), (1, "source/line-endings")]),
    "long line": (
        b"a\n" + b"x" * (MOST_CHARACTERS_A_LINE + 1),
        [(2, "source/long-line")],
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_bytes_are_told_by_line_and_rule(name: str) -> None:
    data, expected = FAULTY[name]
    assert rules(lambda: decode(data, "a.md")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "hej",
        "hej\n",
        "a\tb",
        "Blåbærgrød, ”citat” og 😀 ✓",
        "no\u00a0break",
        "x" * MOST_CHARACTERS_A_LINE,
    ],
)
def test_text_of_good_characters_is_kept_as_it_is(text: str) -> None:
    assert decode(text.encode(), "a.md") == Source("a.md", text)


UNSEEN = {
    "nul": "\0",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "soft hyphen": "\xad",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "right-to-left mark": "\u200f",
    "line separator": "\u2028",
    "right-to-left override": "\u202e",
    "word joiner": "\u2060",
    "isolate": "\u2066",
    "private use": "\ue000",
    "last of private use": "\uf8ff",
    "byte order mark": "\ufeff",
    "no character": "\uffff",
    "tag letter": "\U000e0041",
    "far private use": "\U00100000",
}


@pytest.mark.parametrize("name", UNSEEN)
def test_a_character_that_no_eye_sees_is_found_on_its_line(name: str) -> None:
    data = f"a\nb{UNSEEN[name]}c\nd".encode()
    assert rules(lambda: decode(data, "a.md")) == [(2, "source/unseen-character")]


@given(st.binary(max_size=200))
def test_any_bytes_are_either_text_without_unseen_characters_or_refused(data: bytes) -> None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        assert "source/encoding" in {one.rule for one in refused(lambda: decode(data, "a"))}
        return
    if text.strip() and "\r" not in text and all(c.isprintable() or c in "\n\t" for c in text):
        assert decode(data, "a").text == text


def test_a_file_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("blåbær\n".encode())
    assert read(tmp_path / "a.md", "content/a.md") == Source("content/a.md", "blåbær\n")


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"linje\n" * (MOST_BYTES // 6))
    assert len(read(file, "a.md").text) == MOST_BYTES // 6 * 6
    file.write_bytes(b"x" * (MOST_BYTES + 1))
    assert rules(lambda: read(file, "a.md")) == [(1, "source/too-large")]


def test_a_file_that_is_too_large_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    with file.open("wb") as out:
        out.truncate(10_000_000_000)  # a hole: it takes no room on the disk
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert rules(lambda: read(file, "a.md")) == [(1, "source/too-large")]


def test_ten_megabytes_of_one_line_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * 10_000_000)
    assert rules(lambda: read(tmp_path / "a.md", "a.md")) == [(1, "source/too-large")]


def test_a_symbolic_link_is_refused_even_where_it_leads_to_good_text(tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text("hej")
    (tmp_path / "a.md").symlink_to(tmp_path / "good.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    for name in ("a.md", "gone.md"):
        assert rules(lambda name=name: read(tmp_path / name, name)) == [(1, "source/symlink")]


def test_a_missing_file_is_unreadable_and_a_folder_or_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert rules(lambda: read(tmp_path / "gone.md", "a")) == [(1, "source/unreadable")]
    assert rules(lambda: read(tmp_path, "a")) == [(1, "source/not-a-file")]
    assert rules(lambda: read(tmp_path / "pipe", "a")) == [(1, "source/not-a-file")]


def test_a_file_that_may_not_be_read_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("hej")

    def forbid(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")  # chmod does not stop root

    monkeypatch.setattr(Path, "read_bytes", forbid)
    assert rules(lambda: read(tmp_path / "a.md", "a")) == [(1, "source/unreadable")]


def test_a_finding_of_a_source_bears_its_path_and_line() -> None:
    assert str(Source("a.md", "").finding(3, "x/y", "So", "Mend")) == "a.md:3: x/y: So. Mend."
