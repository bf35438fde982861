from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from house.project import MARKEDSDIALOG, files, run
from house.reading import pages, written

from markedsdialog.offline import with_named_files


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("../om/", "../om/index.html"),
        ("../om/#navne", "../om/index.html#navne"),
        ("dialoger/a/bilag/svar.docx", "dialoger/a/bilag/svar.docx"),
        ("feed.atom", "feed.atom"),
        ("#top", "#top"),
        ("", ""),
        ("https://udbud.example/", "https://udbud.example/"),
        ("https://udbud.example/?a=1&amp;b=2", "https://udbud.example/?a=1&amp;b=2"),
        ("//udbud.example/", "//udbud.example/"),
        ("mailto:post@kommune.example", "mailto:post@kommune.example"),
    ],
)
def test_a_link_to_a_folder_names_the_folders_page(written: str, named: str) -> None:
    assert with_named_files(f'<a href="{written}">x</a>') == f'<a href="{named}">x</a>'


@pytest.mark.parametrize(
    "html",
    [
        '<p>Skriv href="om/" i dit link.</p>',
        '<code>&lt;a href="om/"&gt;</code>',
        '<script type="application/ld+json">{"a": "<a href=\\"om/\\">"}</script>',
        '<!-- <a href="om/"> -->',
        '<img src="kort/" alt="href">',
    ],
)
def test_what_is_no_link_stays_as_it_is(html: str) -> None:
    assert with_named_files(html) == html


def test_all_links_of_a_page_change_and_nothing_between_them_does() -> None:
    html = (
        '<p>æ\n<a\n class="x" href="a/">å</a> <a href="b/">ø</a>\r\n\u2028\x0b'
        '<a href="c.txt">c</a></p>\n'
    )
    assert with_named_files(html) == html.replace("a/", "a/index.html").replace(
        "b/", "b/index.html"
    )


@pytest.fixture(scope="module")
def copy(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline") / "kopi" / "af siden"
    done = run(house.parent, MARKEDSDIALOG, "offline", str(folder))
    assert (done.returncode, done.stdout) == (0, f"Open {folder}/index.html in a browser.\n")
    return folder


def test_the_copy_has_every_file_but_the_page_for_unknown_addresses(
    house: Path, copy: Path
) -> None:
    assert files(house).keys() - files(copy).keys() == {"404.html"}
    assert files(copy).keys() <= files(house).keys()
    for name, data in files(copy).items():
        assert name.endswith(".html") or data == (house / name).read_bytes()


def test_every_link_of_the_copy_leads_to_a_file(copy: Path) -> None:
    followed = 0
    for name, page in pages(copy).items():
        for link in written(page):
            parts = urlsplit(link)
            if not parts.scheme and parts.path:
                assert (copy / name).parent.joinpath(unquote(parts.path)).is_file(), (name, link)
                followed += 1
    assert followed > 200


def test_a_folder_that_exists_is_left_as_it_is(house: Path, tmp_path: Path) -> None:
    done = run(house.parent, MARKEDSDIALOG, "offline", str(tmp_path))
    assert (done.returncode, done.stderr) == (1, f"{tmp_path}: File exists.\n")
    assert list(tmp_path.iterdir()) == []


def test_without_a_site_the_command_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, MARKEDSDIALOG, "offline", "kopi")
    assert done.returncode == 1
    assert done.stderr == "output holds no site. Build it first, with `make site`.\n"
    assert list(tmp_path.iterdir()) == []
