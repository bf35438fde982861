"""The feeds are Atom as RFC 4287 has it, and tell all that became known."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from house.project import build, replace
from house.reading import one, pages, words

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://fjordby.example/udbud/dialog"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def feeds(site: Path) -> dict[str, Element]:
    """Return every feed of a site by the path of its file."""
    return {
        file.relative_to(site).as_posix(): fromstring(file.read_bytes())
        for file in sorted(site.rglob("feed.atom"))
    }


def entries(feed: Element) -> list[Element]:
    return feed.findall(f"{ATOM}entry")


def text(parent: Element, name: str) -> str:
    """Return the text of the one child of this name, which RFC 4287 asks for."""
    (found,) = parent.findall(ATOM + name)
    return found.text or ""


def instant(parent: Element) -> datetime:
    written = text(parent, "updated")
    assert RFC3339.fullmatch(written)
    return datetime.fromisoformat(written)


@pytest.fixture
def site_feed(house: Path) -> Element:
    """Return the feed of all dialogues."""
    return feeds(house)["feed.atom"]


def every(house: Path) -> Iterator[tuple[str, Element]]:
    for file, feed in feeds(house).items():
        yield file, feed
        yield from ((file, entry) for entry in entries(feed))


def test_there_is_a_feed_for_all_and_one_for_each_dialogue(house: Path) -> None:
    folders = [folder for folder in (house / "dialoger").iterdir() if folder.is_dir()]
    expected = {"feed.atom", *(f"dialoger/{folder.name}/feed.atom" for folder in folders)}
    assert set(feeds(house)) == expected
    assert len(expected) == 10


def test_feeds_and_entries_have_what_the_rfc_asks_for(house: Path) -> None:
    for file, element in every(house):
        assert urlsplit(text(element, "id")).scheme == "https", file
        assert text(element, "title").strip(), file
        assert instant(element).tzinfo, file
    for file, feed in feeds(house).items():
        assert feed.tag == f"{ATOM}feed", file
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "da", file
        assert [name.text for name in feed.findall(f"{ATOM}author/{ATOM}name")] == [
            "Fjordby Kommune"
        ], file
        relations = {
            link.get("rel", "alternate"): link.get("href")
            for link in feed
            if link.tag == f"{ATOM}link"
        }
        assert relations["self"] == f"{BASE}/{file}"
        assert relations["alternate"] == f"{BASE}/{file.removesuffix('feed.atom')}"


def test_entries_lead_to_pages_of_the_site(house: Path) -> None:
    for file, feed in feeds(house).items():
        for entry in entries(feed):
            (link,) = entry.findall(f"{ATOM}link")
            path = str(link.get("href")).removeprefix(f"{BASE}/")
            assert (house / path / "index.html").is_file(), file
            assert text(entry, "summary"), file


def test_ids_are_unique_and_the_same_in_both_feeds(house: Path) -> None:
    per_dialogue: list[str] = []
    for file, feed in feeds(house).items():
        ids = [text(entry, "id") for entry in entries(feed)]
        assert len(set(ids)) == len(ids), file
        per_dialogue += ids if file != "feed.atom" else []
    assert sorted(per_dialogue) == sorted(
        text(entry, "id") for entry in entries(feeds(house)["feed.atom"])
    )


def test_the_latest_news_stands_first_and_dates_the_feed(house: Path) -> None:
    for file, feed in feeds(house).items():
        times = [instant(entry) for entry in entries(feed)]
        assert times == sorted(times, reverse=True), file
        assert instant(feed) == times[0], file


def test_the_feed_of_a_dialogue_tells_all_that_became_known(house: Path) -> None:
    feed = feeds(house)["dialoger/madservice/feed.atom"]
    told = [(text(entry, "title").split(":")[0], text(entry, "summary")) for entry in entries(feed)]
    assert told == [
        ("Nyt referat", "Referat af informationsmødet"),
        (
            "Ændring",
            (
                "Svarfrist: før 20. marts 2026 kl. 12.00, nu 27. marts 2026 kl. 12.00. "
                "Begrundelse: Flere leverandører bad om en uge mere."
            ),
        ),
        ("Nyt dokument", "Svarskema"),
        ("Trukket tilbage", "Bilag om køkkener. Filen var ikke færdig."),
        (
            "Ændring",
            (
                "Delaftaler: før Én samlet opgave, nu To delaftaler. "
                "Begrundelse: Mindre køkkener skal kunne byde."
            ),
        ),
        ("Ny markedsdialog", "Fjordby Kommune vil købe varm mad &amp; drikke til 300 ældre."),
        ("Ny bekendtgørelse", "Markedsundersøgelse om madservice"),
        ("Nyt dokument", "Svarskema, første udgave"),
        ("Nyt dokument", "Short summary"),
    ]


def test_the_feed_tells_when_the_questions_come_out(house: Path) -> None:
    latest = entries(feeds(house)["dialoger/vintervedligehold/feed.atom"])[0]
    assert text(latest, "summary") == "Spørgeramme om vintervedligehold"
    assert text(latest, "updated") == "2026-03-02T00:00:00+01:00"


def test_the_feed_tells_of_a_cancellation(house: Path) -> None:
    latest = entries(feeds(house)["dialoger/skolebusser/feed.atom"])[0]
    assert text(latest, "title").startswith("Aflyst: ")
    assert text(latest, "summary") == "Byrådet valgte at køre selv."


def test_the_page_is_dated_by_the_latest_of_its_news(house: Path) -> None:
    for file, feed in feeds(house).items():
        if file != "feed.atom":
            page = pages(house)[file.replace("feed.atom", "index.html")]
            shown = one(page, ".page-head time")["datetime"]
            assert datetime.fromisoformat(str(shown)) == instant(feed), file


def test_two_alike_notices_of_one_day_have_an_id_each(project: Path) -> None:
    dialog = project / "content/dialoger/rengoering/dialog.md"
    notice = dialog.read_text("utf-8").split("notices:\n")[1].split("---")[0]
    replace(dialog, notice, notice + notice.replace("/rengoering", "/vinduer"))
    feed = feeds(build(project))["dialoger/rengoering/feed.atom"]
    ids = [text(entry, "id").split("#")[1] for entry in entries(feed)]
    assert ids == [
        "notice-2025-02-03-contract-notice-2",
        "notice-2025-02-03-contract-notice",
        "published",
    ]


def test_titles_are_those_of_the_pages(house: Path, site_feed: Element) -> None:
    assert text(site_feed, "title") == "Fjordby Kommunes markedsdialog"
    for file, feed in feeds(house).items():
        if file != "feed.atom":
            page = pages(house)[file.replace("feed.atom", "index.html")]
            assert text(feed, "title") == words(one(page, "h1")), file


def test_what_was_withdrawn_is_told_with_its_reason_and_its_own_key(house: Path) -> None:
    told = (house / "dialoger/madservice/feed.atom").read_text("utf-8")
    assert "#withdrawn-2026-02-15T0900<" in told
    assert "Bilag om køkkener. Filen var ikke færdig." in told
