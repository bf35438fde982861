import os
from pathlib import Path

import pytest

from markedsdialog.links.gate import stopping
from markedsdialog.links.judge import SiteJudge
from markedsdialog.links.values import Outside, Report, Source


def site(root: Path, **pages: str) -> Path:
    for name, body in pages.items():
        (root / f"{name}.html").write_text(f"<!doctype html><title>x</title>\n{body}")
    return root


def kinds(report: Report) -> list[tuple[str, str, str]]:
    return [(f.kind.name, f.places[0].page, f.target) for f in report.findings]


def test_a_finding_stands_on_the_line_of_the_link(tmp_path: Path) -> None:
    site(tmp_path, a="<p>x</p>\n\n<p>y <a\n href='vaek.html'>x</a>")
    [finding] = SiteJudge(tmp_path).judge().findings
    assert finding.places[0].line == 4


def test_a_finding_tells_the_line_that_the_editor_wrote(tmp_path: Path) -> None:
    site(tmp_path, a='<a href="vaek.html">x</a>')
    sources = {("a.html", "vaek.html"): Source("content/dialoger/drift/oplaeg.md", 17)}
    report = SiteJudge(tmp_path).judge(lambda page, href: sources.get((page, href)))
    assert report.findings[0].source == Source("content/dialoger/drift/oplaeg.md", 17)


def test_a_build_is_stopped_by_what_is_broken_and_not_by_warnings(tmp_path: Path) -> None:
    site(tmp_path, a='<a href="Bilag.html">x</a>\n<a href="javascript:x()">x</a>', bilag="x")
    report = SiteJudge(tmp_path).judge(lambda _page, _href: Source("content/a.md", 4))
    [finding] = stopping(report)
    assert (finding.path, finding.line, finding.rule) == ("content/a.md", 4, "links/wrong-case")
    assert finding.mend.endswith("the nearest is /bilag.html")


def test_a_wrong_link_in_a_template_is_one_finding_with_a_count(tmp_path: Path) -> None:
    for folder in ("x", "x/y"):
        (tmp_path / folder).mkdir()
        site(tmp_path / folder, a=f'<a href="{"../" * (folder.count("/") + 1)}vaek.html">x</a>')
    site(tmp_path, a='<a href="vaek.html">x</a><a href="vaek.html">x</a>')
    report = SiteJudge(tmp_path).judge(lambda _page, _href: Source("theme/templates/base.html", 3))
    assert [(f.count, len(f.places), str(f.source)) for f in report.findings] == [
        (4, 3, str(Source("theme/templates/base.html", 3)))
    ]


def test_two_wrong_links_on_one_source_line_are_two_findings(tmp_path: Path) -> None:
    site(tmp_path, a='<a href="vaek.html">x</a><a href="forbi.html">x</a>')
    report = SiteJudge(tmp_path).judge(lambda _page, _href: Source("a.md", 1))
    assert {finding.written for finding in report.findings} == {"forbi.html", "vaek.html"}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("mailto:navn.efternavn@", "mailto:…"),
        ("tel:12", "tel:…"),
        ("https://navn:kode@eksempel.dk/x", "https://…@…"),
    ],
)
def test_a_report_repeats_no_personal_data(tmp_path: Path, written: str, shown: str) -> None:
    site(tmp_path, a=f'<a href="{written}">x</a>')
    assert [finding.written for finding in SiteJudge(tmp_path).judge().findings] == [shown]


def test_links_into_unpublished_documents_are_told_by_the_callers_patterns(tmp_path: Path) -> None:
    site(tmp_path, a='<a href="trukket.html">x</a>', trukket="x")
    judge = SiteJudge(tmp_path, unpublished=("trukket.html",))
    assert kinds(judge.judge()) == [("unpublished", "a.html", "/trukket.html")]
    assert SiteJudge(tmp_path).judge().findings == ()


def test_external_addresses_are_given_with_their_pages_and_lines(tmp_path: Path) -> None:
    site(
        tmp_path, a='\n<a href="https://eksempel.dk/x#y">x</a>', b='<a href="//eksempel.dk/">x</a>'
    )
    judge = SiteJudge(tmp_path)
    judge.judge()
    there = Outside("https://eksempel.dk/x", "y")
    assert judge.outside() == {there: ("a.html",), Outside("https://eksempel.dk/", ""): ("b.html",)}
    assert judge.line_of("a.html", there) == 3


def test_a_base_address_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not an absolute web address"):
        SiteJudge(tmp_path, base_url="eksempel.dk")


# What was changed, and what is then found.
BEFORE = {
    "a": '<a href="b.html#x">x</a><a href="c.html">x</a>',
    "b": '<p id="x">x</p>',
    "c": "",
}
CHANGES = (
    ({"b": "<p>x</p>"}, {("missing-anchor", "a.html", "/b.html#x")}),
    ({"b": '<p id="x" class="y">x</p>'}, set()),
    ({"b": None}, {("missing-page", "a.html", "/b.html#x")}),
    ({"c": '<a href="d.html">x</a>'}, {("missing-page", "c.html", "/d.html")}),
    ({"c": '<a href="d.html">x</a>', "d": ""}, set()),
    ({"a": '<a href="b.html#y">x</a>'}, {("missing-anchor", "a.html", "/b.html#y")}),
    ({"a": None}, set()),
    ({"b": '<p id="x"></p><p id="x"></p>'}, {("duplicate-id", "b.html", "")}),
)


@pytest.mark.parametrize(("change", "found"), CHANGES)
def test_after_a_change_the_judgement_is_that_of_a_new_start(
    tmp_path: Path, change: dict[str, str | None], found: set[tuple[str, str, str]]
) -> None:
    judge = SiteJudge(site(tmp_path, **BEFORE))
    assert judge.judge().findings == ()
    for step in (change, {**dict.fromkeys(change), **BEFORE}):
        for name, body in step.items():
            if body is None:
                (tmp_path / f"{name}.html").unlink()
            else:
                site(tmp_path, **{name: body})
        report = judge.judge_again(f"{name}.html" for name in step)
        assert report == SiteJudge(tmp_path).judge()
        assert set(kinds(report)) == (found if step is change else set())


def test_a_page_that_was_written_again_unchanged_is_not_read_again(tmp_path: Path) -> None:
    judge = SiteJudge(site(tmp_path, **BEFORE))
    judge.judge()
    os.utime(tmp_path / "a.html")
    assert judge.judge_again(["a.html"]) == SiteJudge(tmp_path).judge()
