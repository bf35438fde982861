from dataclasses import replace
from datetime import date
from pathlib import Path

from markedsdialog.judging import Built, Written
from markedsdialog.links.plugin import PAGE, judge


def built(folder: Path, url: str, written: Written) -> Built:
    return Built(folder, url, written, frozenset(), date(2031, 5, 4), folder, folder, folder)


def test_a_broken_link_is_told_with_the_line_that_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<a href="vaek.html">x</a>\n<a href="https://e.dk/x/">y</a>'
    )
    written = {("index.html", "vaek.html"): ("content/sider/om.md", 12)}
    site = built(tmp_path, "https://e.dk", lambda page, href: written.get((page, href)))
    found = {(each.path, each.line, each.rule) for each in judge(site)}
    assert found == {
        ("content/sider/om.md", 12, "links/missing-page"),
        ("index.html", 2, "links/missing-page"),
    }


def test_editors_get_a_page_that_is_not_published(tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text('<a href="vaek.html">x</a>')
    made = replace(built(site, "https://e.dk", lambda _page, _href: None), project=project)
    assert len(list(judge(made))) == 1
    assert "vaek.html" in (project / PAGE).read_text("utf-8")
    assert [file.name for file in site.iterdir()] == ["index.html"]


def test_a_site_whose_links_are_right_has_nothing_to_tell(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="./">x</a>')
    assert list(judge(built(tmp_path, "https://e.dk/under", lambda _page, _href: None))) == []
