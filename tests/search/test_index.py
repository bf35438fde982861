import json
import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from search.reading import found

from markedsdialog.search.index import MANIFEST, SHARD_OCTETS, index
from markedsdialog.search.texts import Text
from markedsdialog.search.words import stems

PAGE = Text("side/", "Madservice", "Oplæg", "Mad til ældre.", ("Baggrund",), ("Varm mad.",))


def _all_words(page: Text) -> set[str]:
    parts = (page.title, page.kind, page.opening, *page.headings, *page.body)
    return set(stems(" ".join(parts)))


def _pages(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[Text]]:
    several = st.lists(words, max_size=4).map(tuple)
    page = st.builds(Text, words, words, words, words, several, several)
    return st.lists(page, max_size=6, unique_by=lambda one: one.address)


@given(_pages(st.text(max_size=20)))
def test_each_word_of_each_page_finds_it_and_no_other_word_does(pages: list[Text]) -> None:
    words = found(dict(index(pages)))
    for page in pages:
        assert {word for word, at in words.items() if page.address in at} == _all_words(page)


def test_an_index_of_nothing_is_an_index() -> None:
    files = dict(index([]))
    assert list(files) == [MANIFEST]
    assert found(files) == {}


def test_the_same_pages_give_the_same_files_and_one_more_word_a_new_folder() -> None:
    once, again = list(index([PAGE])), list(index([PAGE]))
    assert once == again
    changed = dict(index([replace(PAGE, body=("Kold mad.",))]))
    assert not (changed.keys() - {MANIFEST}) & dict(once).keys()


def test_a_title_weighs_more_than_a_heading_and_a_heading_more_than_running_text() -> None:
    empty = replace(PAGE, title="x", kind="x", opening="x", headings=(), body=("y z w " * 9,))
    pages = [
        replace(empty, address="tekst/", body=("y z w " * 9, "pris")),
        replace(empty, address="overskrift/", headings=("pris",)),
        replace(empty, address="titel/", title="pris"),
        *(replace(empty, address=f"{number}/") for number in range(9)),
    ]
    weights = found(dict(index(pages)))["pris"]
    assert weights["titel/"] > weights["overskrift/"] > weights["tekst/"]


def test_a_rare_word_weighs_more_than_one_that_stands_everywhere() -> None:
    pages = [replace(PAGE, address=f"{number}/") for number in range(50)]
    pages[7] = replace(pages[7], body=("Sjælden mad.",))
    words = found(dict(index(pages)))
    assert words["sjæld"]["7/"] > words["mad"]["7/"]


def test_a_reader_loads_shards_of_one_size_however_many_pages_there_are() -> None:
    letters = random.Random(7)
    made = ["".join(letters.choices("abdefgiklmnoprstuvæøå", k=8)) for _ in range(6000)]
    pages = [
        replace(PAGE, address=f"{number}/", body=(" ".join(letters.choices(made, k=150)),))
        for number in range(250)
    ]
    files = dict(index(pages))
    shards = [data for name, data in files.items() if "/ord-" in name]
    assert len(shards) > 10
    for data in shards:
        assert len(data) <= SHARD_OCTETS
    assert sum(map(len, shards)) > SHARD_OCTETS * len(shards) * 0.8
    assert len(files[MANIFEST]) < SHARD_OCTETS


def test_the_manifest_names_the_first_word_of_each_shard_in_order() -> None:
    pages = [replace(PAGE, address=f"{n}/", body=(f"ord{n}",)) for n in range(2000)]
    files = dict(index(pages))
    manifest = json.loads(files[MANIFEST])
    firsts = [
        next(iter(json.loads(files[f"soeg/{manifest['folder']}/ord-{number}.json"])))
        for number in range(len(manifest["shards"]))
    ]
    assert len(firsts) > 1
    assert firsts == manifest["shards"] == sorted(firsts)
