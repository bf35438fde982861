from pathlib import Path

import pytest
from house.reading import one, pages, texts, words

# The list by address -> its heading and its dialogues in order.
LISTS = {
    "ordregivere/aeldreforvaltningen": ("Ældreforvaltningen", ["madservice", "hjaelpemidler"]),
    "ordregivere/skoleforvaltningen": (
        "Skoleforvaltningen",
        ["skolemad", "legepladser", "tolkebistand"],
    ),
    "ordregivere/vejforvaltningen": (
        "Vej & Park",
        ["vintervedligehold", "rengoering", "skolebusser", "pleje-af-parker"],
    ),
    "status/aaben": ("Åben", ["vintervedligehold", "madservice", "legepladser"]),
    "status/planlagt": ("Planlagt", ["skolemad"]),
    "status/svar-bliver-laest": ("Svar bliver læst", ["hjaelpemidler"]),
    "status/referater-offentliggjort": (
        "Referater offentliggjort",
        ["tolkebistand", "pleje-af-parker"],
    ),
    "status/udbudt": ("Udbudt", ["rengoering"]),
    "status/aflyst": ("Aflyst", ["skolebusser"]),
}


def slugs(page: object, selector: str) -> list[str]:
    """Return the dialogues of the cards below a selector, in order."""
    return [
        str(link["href"]).rstrip("/").split("/")[-1] for link in page.select(f"{selector} h3 a")
    ]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_has_its_dialogues_with_the_latest_news_first(address: str, house: Path) -> None:
    title, expected = LISTS[address]
    page = pages(house)[f"{address}/index.html"]
    assert title in words(one(page, "h1"))
    assert slugs(page, "main") == expected


def test_there_are_no_other_lists(house: Path) -> None:
    found = [file for file in pages(house) if file.startswith(("ordregivere/", "status/"))]
    assert found == sorted(f"{address}/index.html" for address in LISTS)


def test_the_front_page_shows_open_then_planned_then_the_rest_then_the_archive(
    house: Path,
) -> None:
    page = pages(house)["index.html"]
    headings = texts(page, "main h2")
    assert headings[:4] == [
        "Åbne for svar",
        "Planlagte",
        "Svarfristen er udløbet, eller referater er offentliggjort",
        "Arkiv",
    ]
    assert slugs(page, "[aria-labelledby=aabne-for-svar]") == [
        "madservice",
        "vintervedligehold",
        "legepladser",
    ]
    assert slugs(page, "[aria-labelledby=planlagte]") == ["skolemad"]
    assert slugs(page, "[aria-labelledby^=svarfristen]") == ["tolkebistand", "hjaelpemidler"]


def test_the_archive_is_by_year_with_the_latest_first(house: Path) -> None:
    archive = one(pages(house)["index.html"], ".archive")
    assert texts(archive, "summary") == ["2025 (1)", "2024 (1)", "2023 (1)"]
    assert slugs(archive, "details") == ["rengoering", "skolebusser", "pleje-af-parker"]


def test_the_page_of_all_dialogues_has_each_once(house: Path) -> None:
    found = slugs(pages(house)["dialoger/index.html"], "main")
    assert found[0] == "skolemad"
    assert sorted(found) == sorted(
        folder.name for folder in (house / "dialoger").iterdir() if folder.is_dir()
    )


def test_the_ways_to_lists_tell_how_many_dialogues_they_have(house: Path) -> None:
    for file in ("index.html", "dialoger/index.html"):
        told = texts(pages(house)[file], ".choices li")
        assert told == [
            "Ældreforvaltningen (2)",
            "Vej & Park (4)",
            "Skoleforvaltningen (3)",
            "Åben (3)",
            "Planlagt (1)",
            "Svar bliver læst (1)",
            "Referater offentliggjort (2)",
            "Udbudt (1)",
            "Aflyst (1)",
        ]


def test_a_card_tells_status_deadline_authority_and_time(house: Path) -> None:
    card = pages(house)["index.html"].select(".dialogue-card")[0]
    assert words(card) == (
        "Information om kommende udbud af madservice Åben "
        "Svar senest 27. marts 2026 kl. 12.00 "
        "Fjordby Kommune vil købe varm mad & drikke til 300 ældre. "
        "Ældreforvaltningen · Senest opdateret 25. februar 2026"
    )


def test_a_deadline_that_has_passed_is_no_invitation(house: Path) -> None:
    cards = pages(house)["status/svar-bliver-laest/index.html"]
    assert "Svar senest" not in words(one(cards, "main"))
