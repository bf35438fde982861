"""Each server with the configuration that docs/hosting/ ships, at the root and below a path."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hosting.servers import COMMANDS, Place, published, running
from house.reading import pages, written

from markedsdialog.serving import HEADERS

BELOW = "/udbud/dialog/"
"""Where the house says that it is published."""

PROBES = {
    "dag.ics": "text/calendar",
    "nyt.atom": "application/atom+xml",
    "svar.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "app.webmanifest": "application/manifest+json",
    "skrift.woff2": "font/woff2",
    "billede.svg": "image/svg+xml",
    "side.html": "text/html",
    "stil.css": "text/css",
    "data.json": "application/json",
    "plan.pdf": "application/pdf",
    "note.txt": "text/plain",
}
SMALL_ENOUGH_TO_STAY_PLAIN = 256


@dataclass(frozen=True)
class Answer:
    """What a server said; header names are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Hosted:
    """A running server; `site` is the folder that it shows at `path`."""

    name: str
    base: str
    path: str
    site: Path

    @property
    def knows_its_path(self) -> bool:
        """Tell whether it was told where the site is; Python's shows one site, at its root."""
        return self.name != "python" or self.path == "/"

    @property
    def compresses(self) -> bool:
        return self.name != "python"

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for an address below the site's own path."""
        return self.get_path(f"{self.path}{address}", method, **headers)

    def get_path(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path of the server."""
        connection = HTTPConnection(urlsplit(self.base).netloc, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers=named)
            return _answer(connection.getresponse())
        finally:
            connection.close()


def _answer(response: HTTPResponse) -> Answer:
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, response.read())


@pytest.fixture(scope="module", params=["/", BELOW], ids=["root", "below"])
def place(request: pytest.FixtureRequest, real: Path, house: Path) -> Iterator[Place]:
    """Return a folder that any server may read, with a site where it says that it is."""
    path: str = request.param
    with published(real if path == "/" else house, path) as made:
        (made.site / "proeve").mkdir()
        for name in PROBES:
            (made.site / "proeve" / name).write_bytes(b"En dag i Fjordby. " * 300)
        yield made


@pytest.fixture(scope="module", params=[*COMMANDS, "python"])
def hosted(request: pytest.FixtureRequest, place: Place) -> Iterator[Hosted]:
    with running(request.param, place) as base:
        yield Hosted(request.param, base, place.path, place.site)


def test_each_page_is_sent_as_it_was_built(hosted: Hosted) -> None:
    built = [file for file in hosted.site.rglob("index.html") if "proeve" not in file.parts]
    assert len(built) > 10
    for file in built:
        folder = file.parent.relative_to(hosted.site).as_posix()
        answer = hosted.get("" if folder == "." else f"{folder}/")
        assert (answer.status, answer.body) == (200, file.read_bytes()), folder
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"


def test_an_address_without_its_slash_leads_to_the_one_with_it(hosted: Hosted) -> None:
    answer = hosted.get("om")
    assert answer.status in (301, 302, 308)
    assert urlsplit(answer.headers["location"]).path == f"{hosted.path}om/"


@pytest.mark.parametrize("address", ["findes-ikke", "findes/slet/ikke/", "theme/gammel.css"])
def test_an_unknown_address_is_404_with_our_page(hosted: Hosted, address: str) -> None:
    answer = hosted.get(address)
    assert answer.status == 404
    if hosted.knows_its_path:
        assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
        assert answer.body == (hosted.site / "404.html").read_bytes()


def test_the_links_of_the_page_for_unknown_addresses_work(hosted: Hosted) -> None:
    found = [
        one
        for one in written(pages(hosted.site)["404.html"])
        if not urlsplit(one).scheme and not one.startswith("#")
    ]
    assert len(found) > 5
    for link in found:
        assert hosted.get_path(link).status == 200, link


@pytest.mark.parametrize(("name", "kind"), PROBES.items())
def test_each_kind_of_file_has_its_type(hosted: Hosted, name: str, kind: str) -> None:
    answer = hosted.get(f"proeve/{name}")
    told, _, charset = answer.headers["content-type"].partition(";")
    assert (answer.status, told) == (200, kind)
    if kind.startswith("text/"):
        assert charset.strip().lower() == "charset=utf-8"


def test_the_search_page_gets_a_script_and_an_index_that_a_browser_takes(hosted: Hosted) -> None:
    (script,) = (hosted.site / "theme").glob("search.*.js")
    kind = hosted.get(f"theme/{script.name}").headers["content-type"].partition(";")[0]
    assert kind in ("text/javascript", "application/javascript")
    assert hosted.get("soeg/indeks.json").headers["content-type"] == "application/json"


def test_every_answer_has_the_security_headers(hosted: Hosted) -> None:
    answers = [
        hosted.get(""),
        hosted.get("", "HEAD"),
        hosted.get("feed.atom"),
        hosted.get("soeg/indeks.json"),
        hosted.get("om"),
        hosted.get("findes-ikke"),
        hosted.get("theme/"),
        hosted.get("", "POST"),
        hosted.get("proeve/plan.pdf", Range="bytes=0-3"),
    ]
    assert {answer.status for answer in answers} >= {200, 404}
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers.get(name.lower()) == value, (answer.status, name)
        assert "unsafe" not in answer.headers["content-security-policy"]


def test_no_folder_is_listed(hosted: Hosted) -> None:
    for folder in ("theme/", "proeve/"):
        answer = hosted.get(folder)
        assert answer.status in (403, 404)
        assert b'href="dag.ics"' not in answer.body


def test_the_theme_alone_is_kept(hosted: Hosted) -> None:
    (style,) = (hosted.site / "theme").glob("style.*.css")
    assert "max-age=31536000" in _cache(hosted.get(f"theme/{style.name}"))
    for address in ("", "om/", "feed.atom", "soeg/indeks.json", "proeve/plan.pdf"):
        assert _cache(hosted.get(address)) in ("no-cache", "max-age=0"), address
    assert "max-age=31536000" not in _cache(hosted.get("theme/gammel.css"))


def _cache(answer: Answer) -> str:
    return answer.headers.get("cache-control", "")


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_browser_that_asks_again_gets_no_second_copy(hosted: Hosted, encoding: str) -> None:
    first = hosted.get("om/", Accept_Encoding=encoding)
    asked = {"If_Modified_Since": first.headers["last-modified"], "Accept_Encoding": encoding}
    if "etag" in first.headers:
        asked["If_None_Match"] = first.headers["etag"]
    again = hosted.get("om/", **asked)
    assert (again.status, again.body) == (304, b"")


def test_text_is_sent_compressed_to_whoever_takes_it(hosted: Hosted) -> None:
    for address in ("", "soeg/indeks.json", "feed.atom", *(f"proeve/{name}" for name in PROBES)):
        plain = hosted.get(address)
        small = hosted.get(address, Accept_Encoding="gzip")
        assert "content-encoding" not in plain.headers
        if not hosted.compresses or address.endswith((".docx", ".pdf", ".woff2")):
            assert "content-encoding" not in small.headers, address
        elif len(plain.body) > SMALL_ENOUGH_TO_STAY_PLAIN:
            assert small.headers.get("content-encoding") == "gzip", address
            assert gzip.decompress(small.body) == plain.body
            assert "accept-encoding" in small.headers["vary"].lower()


@pytest.fixture
def packed_beside(hosted: Hosted) -> Iterator[bytes]:
    """Put a compressed file beside a page; the two differ, so that a test can tell."""
    file = hosted.site / "proeve" / "side.html"
    packed = gzip.compress(file.read_bytes() + b"<!-- packed beforehand -->")
    beside = file.with_name("side.html.gz")
    beside.write_bytes(packed)
    yield packed
    beside.unlink()


def test_a_file_that_lies_there_compressed_is_sent_where_the_server_can(
    hosted: Hosted, packed_beside: bytes
) -> None:
    answer = hosted.get("proeve/side.html", Accept_Encoding="gzip")
    assert answer.headers["content-type"].lower() == "text/html; charset=utf-8"
    if hosted.name in ("nginx", "caddy"):
        assert (answer.headers["content-encoding"], answer.body) == ("gzip", packed_beside)
    else:
        assert answer.body != packed_beside
