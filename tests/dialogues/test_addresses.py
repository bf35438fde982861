from pathlib import Path, PurePosixPath

import pytest
from house.build import write_content, write_dialogue
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markedsdialog.dialogues.addresses import Links, page_address
from markedsdialog.source.prose import UnknownTarget


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("dialoger/a/dialog.md", "dialoger/a/"),
        ("dialoger/a/oplaeg.md", "dialoger/a/oplaeg/"),
        ("dialoger/a/spoergeramme.md", "dialoger/a/spoergeramme/"),
        ("dialoger/a/referater/b.md", "dialoger/a/referater/b/"),
        ("dialoger/a/bilag/b.pdf", "dialoger/a/bilag/b.pdf"),
        ("sider/was.md", "was/"),
        ("dialoger/a/andet.md", None),
        ("dialoger/a", None),
        ("dialoger/a/bilag/b/c.pdf", None),
        ("dialoger/a/referater/b.txt", None),
        ("sider/a/b.md", None),
        ("README.md", None),
        (".", None),
    ],
)
def test_each_source_that_the_site_publishes_has_an_address(
    source: str, address: str | None
) -> None:
    assert page_address(PurePosixPath(source)) == address


@pytest.fixture(name="content")
def _content(tmp_path: Path) -> Path:
    write_dialogue(tmp_path / "content", slug="nabo")
    (tmp_path / "hemmelig.md").write_text("x")
    return write_content(tmp_path)


DIALOG = "dialoger/madservice/dialog.md"
BRIEFING = "dialoger/madservice/oplaeg.md"
MINUTES = "dialoger/madservice/referater/leverandoer-a.md"
PAGE = "sider/privatliv.md"


@pytest.mark.parametrize(
    ("source", "written", "expected"),
    [
        (DIALOG, "oplaeg.md", "oplaeg/"),
        (DIALOG, "./oplaeg.md#baggrund", "oplaeg/#baggrund"),
        (DIALOG, "%6fplaeg.md", "oplaeg/"),
        (DIALOG, "bilag/svarskema.pdf#page=2", "bilag/svarskema.pdf#page=2"),
        (DIALOG, "referater/leverandoer-a.md", "referater/leverandoer-a/"),
        (DIALOG, "dialog.md", "./"),
        (DIALOG, "../nabo/dialog.md", "../nabo/"),
        (DIALOG, "../../sider/privatliv.md", "../../privatliv/"),
        (DIALOG, "#sted", "#sted"),
        (BRIEFING, "dialog.md", "../"),
        (BRIEFING, "bilag/svarskema.pdf", "../bilag/svarskema.pdf"),
        (BRIEFING, "../../sider/privatliv.md", "../../../privatliv/"),
        (MINUTES, "../spoergeramme.md#pris", "../../spoergeramme/#pris"),
        (MINUTES, "../dialog.md", "../../"),
        (MINUTES, "../../../sider/privatliv.md", "../../../../privatliv/"),
        (PAGE, "privatliv.md", "./"),
        (PAGE, "../dialoger/nabo/oplaeg.md", "../dialoger/nabo/oplaeg/"),
    ],
)
def test_a_link_between_files_becomes_a_link_between_pages(
    content: Path, source: str, written: str, expected: str
) -> None:
    assert Links(content, PurePosixPath(source))(written) == expected


INSIDE = "inside the content folder"
FILE = "to a file that the site publishes"
SCHEME = "must begin with https:"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "lead somewhere"),
        ("#", "lead somewhere"),
        ("?a", "no `\\?`"),
        ("oplaeg.md?a=b", "no `\\?`"),
        ("../../../hemmelig.md", INSIDE),
        ("../../../../../../../../etc/passwd", INSIDE),
        ("%2e%2e/%2e%2e/%2e%2e/hemmelig.md", INSIDE),
        ("%2E%2E%2F..%2F..%2Fhemmelig.md", INSIDE),
        ("bilag/../../../../hemmelig.md", INSIDE),
        ("../../..", INSIDE),
        ("../..", FILE),
        ("..", FILE),
        (".", FILE),
        ("bilag", FILE),
        ("bilag/", FILE),
        ("gone.md", FILE),
        ("Oplaeg.md", FILE),
        ("../../hemmelig.md", FILE),
        ("../gone/dialog.md", FILE),
        ("%2fetc/passwd", FILE),
        ("..\\..\\hemmelig.md", FILE),
        ("bilag\\svarskema.pdf", FILE),
        ("\\\\host\\a", FILE),
        ("oplaeg.md\0", FILE),
        ("oplaeg.md%00", FILE),
        ("bilag/%00.pdf", FILE),
        ("bilag/%ff.pdf", FILE),
        ("bilag/" + "a" * 5000 + ".pdf", FILE),
        ("../" + "a" * 5000 + "/bilag/a.pdf", FILE),
        ("/etc/passwd", SCHEME),
        ("/", SCHEME),
        ("//host", SCHEME),
        ("//host/oplaeg.md", SCHEME),
        ("///etc/passwd", SCHEME),
    ],
)
def test_a_link_that_leads_nowhere_on_the_site_is_unknown(
    content: Path, written: str, why: str
) -> None:
    with pytest.raises(UnknownTarget, match=why):
        Links(content, PurePosixPath(DIALOG))(written)


parts = st.sampled_from(
    ["..", ".", "%2e%2e", "/", "//", "\\", "oplaeg.md", "bilag", "svarskema.pdf", "hemmelig.md",
     "?", "#a", "\0", "%00", "nabo", "dialog.md", "sider", "privatliv.md", " ", "æ", "etc/passwd"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(parts, max_size=8).map("".join))
def test_whatever_is_written_leads_to_a_page_of_the_site_or_is_unknown(
    content: Path, written: str
) -> None:
    try:
        target = Links(content, PurePosixPath(DIALOG))(written)
    except (UnknownTarget, ValueError):
        return
    page = target.split("#")[0]
    assert not page.startswith("/")
    assert "hemmelig" not in page
    assert page.count("../") <= 2
