"""The house's site, text by text, as it was when somebody last looked at it and said yes.

`make golden` writes the files anew; the diff of the commit then shows what becomes different for
the market. A digest in an address stands as a row of zeros, so that a change of style is no
change of every page.
"""

import re
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

import pytest
from house.project import files

GOLDEN = Path(__file__).parent / "site"
TEXTS = (".html", ".atom", ".xml", ".txt")
DIGEST = re.compile(r"(theme/[A-Za-z-]+)\.[0-9a-f]{10}\.")
INDEX = re.compile(r"(soeg/)[0-9a-f]{10}/")
OTHER_FILES = {
    "dialoger/madservice/bilag/summary.txt",
    "dialoger/madservice/bilag/svarskema-1.docx",
    "dialoger/madservice/bilag/svarskema-2.docx",
    "soeg/0000000000/ord-0.json",
    "soeg/0000000000/sider-0.json",
    "soeg/indeks.json",
    "theme/favicon.0000000000.svg",
    "theme/public-sans-OFL.0000000000.txt",
    "theme/public-sans.0000000000.woff2",
    "theme/search.0000000000.js",
    "theme/style.0000000000.css",
}


def without_digests(text: str) -> str:
    return INDEX.sub(r"\g<1>0000000000/", DIGEST.sub(r"\1.0000000000.", text))


def texts(site: Path) -> dict[str, str]:
    """Return the texts of a site that a person can go through, by their paths."""
    return {
        name: without_digests(data.decode("utf-8"))
        for name, data in files(site).items()
        if name.endswith(TEXTS) and without_digests(name) not in OTHER_FILES
    }


@pytest.mark.parametrize("name", sorted(files(GOLDEN)))
def test_a_page_is_as_it_was_approved(name: str, house: Path) -> None:
    approved = (GOLDEN / name).read_text("utf-8").splitlines(keepends=True)
    built = texts(house).get(name, "").splitlines(keepends=True)
    diff = "".join(unified_diff(approved, built, f"approved/{name}", f"built/{name}", n=2))
    if diff:
        pytest.fail(f"{diff}\nIf this is what is meant: make golden", pytrace=False)


def test_the_site_has_no_file_that_nobody_expects(house: Path) -> None:
    assert {without_digests(name) for name in files(house)} == {*files(GOLDEN), *OTHER_FILES}


def test_an_address_tells_the_bytes_of_its_file(house: Path) -> None:
    shipped = {name: data for name, data in files(house).items() if DIGEST.match(name)}
    assert len(shipped) == 5
    for name, data in shipped.items():
        assert name.split(".")[1] == sha256(data).hexdigest()[:10]
