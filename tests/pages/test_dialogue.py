import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from house.reading import one, pages, texts, words

# Dialogue -> its status, its deadline, whether it is archived and whether it is an example.
STATES = {
    "madservice": ("Åben", "27. marts 2026 kl. 12.00", False, False),
    "vintervedligehold": ("Åben", "4. maj 2026 kl. 09.15", False, True),
    "legepladser": ("Åben", "ikke oplyst", False, False),
    "skolemad": ("Planlagt", "ikke oplyst", False, False),
    "hjaelpemidler": ("Svar bliver læst", "10. marts 2026 kl. 13.00", False, False),
    "tolkebistand": ("Referater offentliggjort", "15. december 2025 kl. 12.00", False, False),
    "rengoering": ("Udbudt", "1. oktober 2024 kl. 12.00", True, False),
    "skolebusser": ("Aflyst", "3. juni 2024 kl. 12.00", True, False),
    "pleje-af-parker": ("Referater offentliggjort", "ikke oplyst", True, False),
}
ARCHIVED = "Arkiv - siden kan være forældet"
EXAMPLE = "Eksempel - dialogen er opdigtet og viser, hvordan siderne kan bruges"
CLOSED = "Dialogen tager ikke imod svar lige nu."


def landing(house: Path, slug: str) -> BeautifulSoup:
    return pages(house)[f"dialoger/{slug}/index.html"]


@pytest.fixture
def page(house: Path) -> BeautifulSoup:
    """Return the landing page of the dialogue that has everything."""
    return landing(house, "madservice")


@pytest.mark.parametrize("slug", STATES)
def test_the_stage_tells_status_and_deadline(slug: str, house: Path) -> None:
    status, deadline, _, _ = STATES[slug]
    told = texts(landing(house, slug), ".stage strong")
    assert told == [status, deadline]


@pytest.mark.parametrize("slug", STATES)
def test_banners_stand_on_each_page_of_a_dialogue(slug: str, house: Path) -> None:
    _, _, is_archived, is_example = STATES[slug]
    expected = [ARCHIVED] * is_archived + [EXAMPLE] * is_example
    own = {
        file: page for file, page in pages(house).items() if file.startswith(f"dialoger/{slug}/")
    }
    assert len(own) >= 1
    assert {file: texts(page, ".banner") for file, page in own.items()} == dict.fromkeys(
        own, expected
    )


@pytest.mark.parametrize("slug", STATES)
def test_only_an_open_dialogue_invites(slug: str, house: Path) -> None:
    is_open = STATES[slug][0] == "Åben"
    assert (CLOSED in words(one(landing(house, slug), ".taking-part"))) is not is_open


def test_a_cancelled_dialogue_tells_why(house: Path) -> None:
    stage = words(one(landing(house, "skolebusser"), ".stage"))
    assert stage.endswith("Begrundelse: Byrådet valgte at køre selv.")


def test_changes_tell_old_new_reason_and_time_with_the_latest_first(page: BeautifulSoup) -> None:
    assert texts(page, ".changes li") == [
        (
            "Svarfrist · 20. februar 2026 kl. 10.00 "
            "Før: 20. marts 2026 kl. 12.00 Nu: 27. marts 2026 kl. 12.00 "
            "Begrundelse: Flere leverandører bad om en uge mere."
        ),
        (
            "Delaftaler · 12. februar 2026 kl. 09.30 "
            "Før: Én samlet opgave Nu: To delaftaler "
            "Begrundelse: Mindre køkkener skal kunne byde."
        ),
    ]
    assert texts(page, ".changes del") == ["20. marts 2026 kl. 12.00", "Én samlet opgave"]
    assert texts(page, ".changes ins") == ["27. marts 2026 kl. 12.00", "To delaftaler"]
    times = [time["datetime"] for time in page.select(".changes time")]
    assert times == ["2026-02-20T10:00:00+01:00", "2026-02-12T09:30:00+01:00"]


def test_a_dialogue_without_changes_says_so(house: Path) -> None:
    changes = words(one(landing(house, "legepladser"), ".changes"))
    assert "Der er ingen ændringer." in changes


def test_documents_show_type_and_size_as_the_file_has_it(page: BeautifulSoup, house: Path) -> None:
    assert texts(page, ".documents li") == [
        "Oplæg om madservice Oplæg",
        "Spørgeramme om madservice Spørgeramme · 4 spørgsmål",
        (
            "Svarskema, første udgave (DOCX, 1 kB) "
            "Svarskema · version 1 · 2. februar 2026 · erstattet af en nyere udgave"
        ),
        "Svarskema (DOCX, 3 kB) Svarskema · version 2 · 20. februar 2026",
        "Short summary (TXT, 1 kB) Bilag · 2. februar 2026 · engelsk",
    ]
    folder = house / "dialoger/madservice/bilag"
    assert (folder / "svarskema-2.docx").stat().st_size == 2520
    assert page.select(".documents a[hreflang=en]") == page.select(".documents a[href$='.txt']")


def test_the_fact_box_has_every_fact(page: BeautifulSoup) -> None:
    rows = {words(row.dt): texts(row, "dd") for row in page.select(".fact-box dl > div")}
    assert rows == {
        "Ordregiver": ["Ældreforvaltningen"],
        "Enhed": ["Køkkenkontoret"],
        "Sagsnummer": ["FJO-2026-0001"],
        "Målgruppe": ["Ældre borgere i eget hjem"],
        "Delaftaler": ["Delaftale 1: Varm mad", "Delaftale 2: ikke oplyst"],
        "CPV-koder": ["55521200-0 Madudbringning"],
        "Forventet værdi": ["12.000.000 kr. uden moms"],
        "Forventet udbudsform": ["Offentligt udbud"],
        "Kontrakten starter": ["1. januar 2027"],
        "Kontraktens længde": ["24 måneder, kan forlænges 2 gange med 12 måneder"],
    }


def test_what_is_not_told_is_said_to_be_so(house: Path) -> None:
    rows = one(landing(house, "legepladser"), ".fact-box")
    assert words(rows) == (
        "Fakta Ordregiver Skoleforvaltningen Forventet værdi ikke oplyst "
        "Forventet udbudsform ikke oplyst Kontrakten starter ikke oplyst"
    )


def test_the_time_plan_is_in_order_and_marks_what_has_been(page: BeautifulSoup) -> None:
    assert texts(page, ".time-plan-label") == [
        "Dialogen er offentliggjort",
        "Informationsmøde",
        "Referat er offentliggjort",
        "Frist for spørgsmål",
        "Spørgetime på nettet",
        "Svarfrist",
        "Referater forventes offentliggjort",
        "Udbuddet forventes offentliggjort",
        "Kontrakten forventes at starte",
    ]
    assert (
        texts(page, ".time-plan .is-past .time-plan-label") == texts(page, ".time-plan-label")[:3]
    )
    meeting = page.select(".time-plan li")[1]
    assert words(meeting) == (
        "Informationsmøde onsdag 18. februar 2026 kl. 14.00-16.00 "
        "Rådhuset, Havnegade 1, 0000 Fjordby "
        "Tilmelding senest 16. februar 2026 kl. 12.00 til mad@fjordby.example (overstået)"
    )


def test_taking_part_tells_where_by_when_and_in_which_language(page: BeautifulSoup) -> None:
    section = one(page, ".taking-part")
    assert words(one(section, "dl")) == (
        "Svarfrist 27. marts 2026 kl. 12.00 Send dit svar til mad@fjordby.example "
        "Skriv i emnefeltet Svar om mad & drikke Du kan svare på dansk, engelsk og svensk "
        "Sådan bruger vi svarene "
        "Svarene bliver samlet i et resumé uden navne, som bliver offentliggjort."
    )
    mail = "mailto:mad@fjordby.example?subject=Svar%20om%20mad%20%26%20drikke"
    assert one(section, "a[href^=mailto]")["href"] == mail
    assert texts(section, ".document-lines a") == ["Svarskema (DOCX, 3 kB)"]


# Dialogue -> whom to ask, from its own facts or from those of its authority.
CONTACTS = {
    "madservice": (
        "Køkkenkontoret Havnegade 1, 0000 Fjordby mad@fjordby.example Telefon 00 00 00 03"
    ),
    "hjaelpemidler": (
        "Enheden for måltider Havnegade 1, 0000 Fjordby aeldre@fjordby.example Telefon 00 00 00 01"
    ),
    "skolemad": "Skoleforvaltningen Telefon 00 00 00 02",
    "rengoering": "Vej & Park Kontaktoplysninger: ikke oplyst",
}


@pytest.mark.parametrize("slug", CONTACTS)
def test_the_contact_is_told(slug: str, house: Path) -> None:
    assert words(one(landing(house, slug), ".contact address")) == CONTACTS[slug]


def test_notices_and_related_dialogues_are_linked(page: BeautifulSoup) -> None:
    notice = one(page, ".notices li a")
    assert notice["href"] == "https://udbud.example/vis?sag=1&sprog=da"
    assert texts(page, ".notices li") == [
        "Markedsundersøgelse om madservice Bekendtgørelse om markedsundersøgelse · 2. februar 2026"
    ]
    assert texts(page, ".related h3") == ["Information om kommende udbud af tolkebistand"]


def test_links_between_source_files_lead_between_pages(page: BeautifulSoup) -> None:
    hrefs = [link["href"] for link in page.select(".prose a")]
    assert hrefs == ["oplaeg/", "spoergeramme/#behov", "bilag/svarskema-2.docx"]


def test_the_text_before_and_after_says_that_the_dialogue_binds_nobody(page: BeautifulSoup) -> None:
    told = texts(page, ".good-to-know summary")
    assert told[:2] == ["Dialogen forpligter ingen", "Du kan byde uden at have deltaget"]


def test_meetings_are_told_to_machines(page: BeautifulSoup) -> None:
    described = json.loads(one(page, "script").string or "")
    assert described["dateModified"] == "2026-02-25T00:00:00+01:00"
    onsite, online = described["about"]
    assert onsite["location"] == {"@type": "Place", "name": "Rådhuset, Havnegade 1, 0000 Fjordby"}
    assert online["startDate"] == "2026-03-20T09:00:00+01:00"
    assert online["location"]["@type"] == "VirtualLocation"


def test_a_briefing_has_contents_and_foreign_passages_marked(house: Path) -> None:
    page = pages(house)["dialoger/madservice/oplaeg/index.html"]
    assert texts(page, ".contents li") == ["Baggrund", "Formål"]
    assert words(one(page, ".prose [lang=en]")) == "Short note in English."


def test_a_framework_has_themes_numbers_and_ids(house: Path) -> None:
    page = pages(house)["dialoger/madservice/spoergeramme/index.html"]
    assert texts(page, ".theme-block h2") == [
        "1. Behov og målgruppe",
        "2. Pris",
        "Afsluttende spørgsmål",
    ]
    questions = {str(item["id"]): words(item) for item in page.select(".questions > li")}
    assert questions == {
        "behov-vigtigst": "1.1 Hvad er vigtigst for borgerne?",
        "behov-2": "1.2 Beskriv en god levering",
        "pris-1": "2.1 Hvad driver prisen?",
        "afsluttende-spoergsmaal-1": "Er opgaven relevant for jer",
    }
    assert words(one(page, ".framework-count")) == "4 spørgsmål"


def test_themes_and_minutes_link_to_each_other(house: Path) -> None:
    framework = pages(house)["dialoger/madservice/spoergeramme/index.html"]
    minutes = pages(house)["dialoger/madservice/referater/informationsmoede/index.html"]
    spoken_of = [block.select("h2 ~ ul a") for block in framework.select(".theme-block")]
    assert [[link["href"] for link in links] for links in spoken_of] == [
        ["../referater/informationsmoede/"],
        ["../referater/informationsmoede/"],
        [],
    ]
    assert [link["href"] for link in minutes.select(".theme-links a")] == [
        "../../spoergeramme/#behov",
        "../../spoergeramme/#pris",
    ]


def test_minutes_tell_of_the_meeting_by_role_and_without_names(house: Path) -> None:
    page = pages(house)["dialoger/madservice/referater/informationsmoede/index.html"]
    assert words(one(page, ".fact-box dl")) == (
        "Mødet blev holdt 18. februar 2026 Form Møde i forvaltningen Varighed 120 minutter "
        "Fra forvaltningen 2 medarbejdere Fra leverandøren 7 repræsentanter "
        "Fra rådgivere 1 rådgiver Delaftaler 1 og 2 Referatet er offentliggjort 25. februar 2026"
    )
    assert "Referatet er uden navne" in words(one(page, ".note"))
    assert one(page, ".note a")["href"] == "../../../../saadan-fjerner-vi-navne/"


def test_the_pages_of_a_dialogue_are_one_click_apart(house: Path) -> None:
    own = [file for file in pages(house) if file.startswith("dialoger/madservice/")]
    for file in own:
        nav = one(pages(house)[file], ".dialogue-nav")
        assert texts(nav, "a") == [
            "Overblik",
            "Oplæg",
            "Spørgeramme",
            "Referat af informationsmødet",
        ]
        assert len(nav.select("[aria-current=page]")) == 1, file
    assert pages(house)["dialoger/rengoering/index.html"].select(".dialogue-nav") == []
