"""The house's site: all that it publishes is found, and nothing that it holds back."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import yaml
from bs4 import Tag
from house.project import DAY, HOUSE, INSTANT, ROOT, files
from house.reading import one, pages, words
from search.reading import found

from markedsdialog.edition import Edition
from markedsdialog.model.publication import told
from markedsdialog.project import read_project
from markedsdialog.search.index import index
from markedsdialog.search.texts import texts
from markedsdialog.search.words import stems

OF_OTHER_PAGES = (
    ".related, .breadcrumb, .dialogue-nav, .minutes-list, .theme-links, "
    ".theme-block > ul, .theme-block ~ .taking-part"
)
"""What a page says of other pages."""


def _leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in _leaves(one)]
    return [str(value)]


@cache
def _words_of_the_house() -> set[str]:
    """Return the words that no editor of a page wrote: the catalogue's, and authorities'."""
    files = (ROOT / "data/words.yml", HOUSE / "data/authorities.yml")
    return {
        stem
        for file in files
        for leaf in _leaves(yaml.safe_load(file.read_text("utf-8")))
        for stem in stems(leaf)
    }


MADE_BY_THE_HOUSE = set(
    stems(
        "januar februar marts april maj juni juli august september oktober november december "
        "mandag tirsdag onsdag torsdag fredag lørdag søndag kl kvartal kr kB docx csv txt"
    )
)


def _written_by_an_editor(page: Tag) -> set[str]:
    main = one(page, "main")
    for other in main.select(OF_OTHER_PAGES):
        other.decompose()
    return {
        stem
        for stem in set(stems(words(main))) - _words_of_the_house() - MADE_BY_THE_HOUSE
        if not stem.isdecimal()
    }


def _found_at(instant: int, project: Path) -> dict[str, dict[str, int]]:
    """Return what is found in the project's content at an instant."""
    read = read_project(project / "content", project / "data")
    edition = Edition(read.data, datetime.fromtimestamp(instant, UTC), {})
    published = told(read.library.dialogues, edition.at)
    return found(dict(index(texts(published, read.library.pages, edition))))


def test_every_word_of_every_published_text_finds_its_page(house: Path) -> None:
    index_words = found(files(house))
    checked = 0
    for file, page in pages(house).items():
        address = file.removesuffix("index.html")
        if address in ("", "404.html", "dialoger/", "soeg/") or file.startswith(("ord", "status")):
            continue
        written = _written_by_an_editor(page)
        missing = {word for word in written if address not in index_words.get(word, {})}
        assert missing == set(), address
        checked += len(written)
    assert checked > 150


def test_what_is_found_is_a_page_that_is_published(house: Path) -> None:
    addresses = {page for pages in found(files(house)).values() for page in pages}
    assert len(addresses) > 20
    for address in addresses:
        assert (house / address / "index.html").is_file()


def test_nothing_that_is_held_back_is_in_the_index(house: Path) -> None:
    for name, data in files(house).items():
        assert b"ilbageholdt" not in data, name


def test_what_is_held_back_is_found_when_its_day_comes(project: Path) -> None:
    before, after = _found_at(INSTANT, project), _found_at(INSTANT + 30 * DAY, project)
    for stem in stems("tilbageholdt forbrugstal samtale"):
        assert stem not in before
        assert stem in after


def test_a_dialogue_is_found_from_the_day_of_its_publication(project: Path) -> None:
    (stem,) = stems("madudbringning")
    assert set(_found_at(INSTANT, project)[stem]) == {"dialoger/madservice/"}
    assert stem not in _found_at(INSTANT - 60 * DAY, project)


def test_a_result_begins_with_running_text_and_ends_at_a_word(project: Path) -> None:
    read = read_project(project / "content", project / "data")
    edition = Edition(read.data, datetime.fromtimestamp(INSTANT, UTC), {})
    published = told(read.library.dialogues, edition.at)
    openings = {
        one.address.removeprefix("dialoger/madservice/"): one.opening
        for one in texts(published, (), edition)
        if one.address.startswith("dialoger/madservice/")
    }
    assert openings == {
        "": "Fjordby Kommune vil købe varm mad & drikke til 300 ældre.",
        "oplaeg/": "Kommunen køber i dag mad af to køkkener. Afstanden er højst 12 km. "
        "at høre om priser at høre om krav Short note in English.",
        "spoergeramme/": "Svar gerne kort. Kommunen ønsker viden om behovet. "
        "Hvad er vigtigst for borgerne? Beskriv en god levering "
        "Kommunen ønsker viden om prisen. Hvad driver prisen? …",
        "referater/informationsmoede/": "Leverandør A spurgte til tema 1.",
    }
