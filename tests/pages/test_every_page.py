"""What each page of the site has, whatever it shows."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from house.reading import links, one, pages, texts, words

BASE = "https://fjordby.example/udbud/dialog"
SEARCH = "soeg/index.html"
SUFFIX = "Fjordby Kommunes markedsdialog"
NOT_FOUND = "404.html"


@pytest.fixture
def site(house: Path) -> dict[str, BeautifulSoup]:
    """Return every page of the house's site."""
    return pages(house)


@pytest.fixture
def shown(site: dict[str, BeautifulSoup]) -> dict[str, BeautifulSoup]:
    """Return every page that has an address of its own."""
    return {file: page for file, page in site.items() if file != NOT_FOUND}


def content(page: BeautifulSoup, selector: str) -> str:
    return str(one(page, selector)["content"])


def address(file: str) -> str:
    return f"{BASE}/{file.removesuffix('index.html')}"


def test_the_page_is_danish_and_complete_html(site: dict[str, BeautifulSoup], house: Path) -> None:
    assert len(site) > 30
    for file, page in site.items():
        assert (house / file).read_text("utf-8").startswith("<!doctype html>\n<html lang="), file
        assert one(page, "html")["lang"] == "da", file
        assert one(page, "meta[charset]")["charset"] == "utf-8", file
        assert content(page, "meta[name=viewport]") == "width=device-width, initial-scale=1", file


def test_the_page_has_one_h1_and_its_title_ends_with_the_sites_name(
    site: dict[str, BeautifulSoup],
) -> None:
    for file, page in site.items():
        heading = words(one(page, "h1"))
        assert heading, file
        assert words(one(page, "title")) == f"{heading} | {SUFFIX}", file


def test_no_two_pages_have_the_same_title(site: dict[str, BeautifulSoup]) -> None:
    titles = Counter(words(one(page, "title")) for page in site.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_lead_is_the_description(site: dict[str, BeautifulSoup]) -> None:
    for file, page in site.items():
        assert content(page, "meta[name=description]") == words(one(page, "p.lead")), file


def test_headings_skip_no_level(site: dict[str, BeautifulSoup]) -> None:
    for file, page in site.items():
        levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
        steps = [after - before for before, after in zip([0, *levels], levels, strict=False)]
        assert max(steps) == 1, file


def test_ids_stand_once_and_every_label_is_there(site: dict[str, BeautifulSoup]) -> None:
    for file, page in site.items():
        ids = [str(element["id"]) for element in page.select("[id]")]
        assert len(set(ids)) == len(ids), file
        labels = {str(element["aria-labelledby"]) for element in page.select("[aria-labelledby]")}
        assert labels <= set(ids), file


def test_landmarks_can_be_told_apart(site: dict[str, BeautifulSoup]) -> None:
    for file, page in site.items():
        for kind in ("header", "main", "footer"):
            one(page, f"body > {kind}")
        first = one(page, "body > header > a")
        assert first["href"] == f"#{one(page, 'main')['id']}", file
        names = [
            nav.get("aria-label") or words(one(page, f"#{nav['aria-labelledby']}"))
            for nav in page.select("nav")
        ]
        assert len(set(names)) == len(names) >= 2, file


def test_the_canonical_address_is_the_pages_own(shown: dict[str, BeautifulSoup]) -> None:
    for file, page in shown.items():
        assert one(page, "link[rel=canonical]")["href"] == address(file)
        assert not page.select("meta[name=robots]")


def test_the_page_tells_of_its_feeds(shown: dict[str, BeautifulSoup], house: Path) -> None:
    for file, page in shown.items():
        feeds = page.select("link[rel=alternate][type='application/atom+xml']")
        folders = [feed["href"] for feed in feeds]
        found = [(house / file).parent.joinpath(str(href)).resolve() for href in folders]
        expected = [house / "feed.atom"]
        parts = file.split("/")
        if parts[0] == "dialoger" and len(parts) > 2:
            expected.append(house / "dialoger" / parts[1] / "feed.atom")
        assert found == [path.resolve() for path in expected], file
        assert all(feed["title"] for feed in feeds)


def test_open_graph_says_what_the_page_says(shown: dict[str, BeautifulSoup]) -> None:
    for file, page in shown.items():
        assert content(page, "meta[property='og:title']") == words(one(page, "h1"))
        assert content(page, "meta[property='og:description']") == words(one(page, "p.lead"))
        assert content(page, "meta[property='og:url']") == address(file)
        assert content(page, "meta[property='og:site_name']") == SUFFIX
        assert content(page, "meta[property='og:locale']") == "da_DK"
        kind = "article" if re.match(r"dialoger/.", file.removesuffix("index.html")) else "website"
        assert content(page, "meta[property='og:type']") == kind, file


def test_the_description_for_machines_can_be_read(shown: dict[str, BeautifulSoup]) -> None:
    for file, page in shown.items():
        described = json.loads(one(page, "script[type='application/ld+json']").string or "")
        assert described["@context"] == "https://schema.org"
        assert described["@type"] == "WebPage"
        assert described["name"] == words(one(page, "h1"))
        assert described["url"] == address(file)
        assert described["inLanguage"] == "da"
        steps = described.get("breadcrumb", {}).get("itemListElement", [])
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert [step["name"] for step in steps] == texts(page, ".breadcrumb li"), file
        assert all(step["item"].startswith(f"{BASE}/") for step in steps)


def test_the_trail_leads_from_the_front_page_to_the_page(shown: dict[str, BeautifulSoup]) -> None:
    for file, page in shown.items():
        trail = texts(page, ".breadcrumb li")
        if file == "index.html":
            assert trail == []
        else:
            assert trail[0] == "Forside"
            assert trail[-1] == words(one(page, "h1"))
            assert page.select(".breadcrumb li[aria-current=page]") == page.select(
                ".breadcrumb li:last-child"
            )


def test_scripts_and_inline_styles_are_not_needed(site: dict[str, BeautifulSoup]) -> None:
    for file, page in site.items():
        run = page.select("script:not([type='application/ld+json'])")
        # Search alone adds to its plain list, by one file of the site's own.
        assert [bool(script.get("src")) for script in run] == [True] * (file == SEARCH), file
        forms = "" if file == SEARCH else ", form"
        assert page.select(f"style, [style], [onclick], [onload], iframe, object{forms}") == [], (
            file
        )


def test_the_owner_is_named_and_the_demonstration_is_told(site: dict[str, BeautifulSoup]) -> None:
    for file, page in site.items():
        assert words(one(page, ".demonstration")).startswith("Dette er en opdigtet kommune"), file
        assert "Fjordby Kommune" in words(one(page, ".word-mark")), file
        assert texts(page, ".site-footer li")[:3] == [
            "Tilgængelighedserklæring",
            "Privatlivspolitik",
            "Sådan fjerner vi navne",
        ], file


def test_every_link_leads_to_a_file_and_an_id_that_exist(house: Path) -> None:
    found = links(house, base="/udbud/dialog/")
    assert len(found) > 500
    files = {file.relative_to(house).as_posix() for file in house.rglob("*") if file.is_file()}
    assert [link for link in found if link.file not in files] == []
    ids = {
        (file, str(element["id"]))
        for file, page in pages(house).items()
        for element in page.select("[id]")
    }
    assert [link for link in found if link.id and (link.file, link.id) not in ids] == []


def test_every_page_can_be_reached_from_the_front_page(house: Path) -> None:
    leads = {(link.page, link.file) for link in links(house, base="/udbud/dialog/")}
    reached, fresh = set(), {"index.html"}
    while fresh:
        reached |= fresh
        fresh = {file for page, file in leads if page in fresh} - reached
    assert set(pages(house)) - reached == {NOT_FOUND}


def test_links_are_relative_so_that_any_folder_will_do(house: Path) -> None:
    found = [link for link in links(house) if link.page != NOT_FOUND]
    assert [link for link in found if link.written.startswith("/")] == []
    assert [link for link in found if "fjordby.example" in link.written] == []


def test_the_page_for_unknown_addresses_links_from_the_servers_root(house: Path) -> None:
    page = pages(house)[NOT_FOUND]
    found = [link.written for link in links(house) if link.page == NOT_FOUND]
    assert len(found) > 8
    assert [href for href in found if not href.startswith(("/udbud/dialog/", "#"))] == []
    assert content(page, "meta[name=robots]") == "noindex"
    assert page.select("link[rel=canonical], [property^=og], script") == []


def test_the_site_links_where_it_should(real: Path) -> None:
    files = {file.relative_to(real).as_posix() for file in real.rglob("*") if file.is_file()}
    found = links(real)
    assert len(found) > 300
    assert [link for link in found if link.file not in files] == []
    ids = {(file, str(e["id"])) for file, page in pages(real).items() for e in page.select("[id]")}
    assert [link for link in found if link.id and (link.file, link.id) not in ids] == []
