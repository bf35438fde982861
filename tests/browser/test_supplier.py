"""A supplier who does not know the site finds what matters by what stands on the page."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Visit

TITLE = "Information om kommende udbud af madservice"


@pytest.fixture
def page(visit: Visit, front: str) -> Page:
    """Open the front page in a browser that runs no scripts."""
    page = visit(java_script_enabled=False).new_page()
    page.goto(front)
    return page


@pytest.fixture
def dialogue(page: Page) -> Page:
    """Go on to the first dialogue that is open for answers."""
    page.get_by_role("region", name="Åbne for svar").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    return page


def test_the_open_dialogue_and_its_deadline_are_seen_at_once(page: Page) -> None:
    card = page.locator(".dialogue-card").filter(has_text=TITLE)
    expect(card).to_be_visible()
    expect(card).to_contain_text("Svar senest 27. marts 2026 kl. 12.00")


def test_the_deadline_with_its_hour_stands_at_the_top(dialogue: Page) -> None:
    expect(dialogue.get_by_text("Svarfrist: 27. marts 2026 kl. 12.00")).to_be_visible()


def test_the_questions_are_one_click_away(dialogue: Page) -> None:
    dialogue.get_by_role("link", name="Læs spørgsmålene").click()
    expect(dialogue.get_by_text("Hvad er vigtigst for borgerne?")).to_be_visible()
    expect(dialogue.get_by_text("27. marts 2026 kl. 12.00")).to_be_visible()


def test_the_minutes_are_one_click_away(dialogue: Page) -> None:
    minutes = dialogue.get_by_role("region", name="Referater")
    minutes.get_by_role("link", name="Referat af informationsmødet").click()
    expect(dialogue.get_by_text("Leverandør A spurgte til")).to_be_visible()


def test_from_the_minutes_the_theme_is_one_click_away(dialogue: Page) -> None:
    dialogue.get_by_role("link", name="Referat af informationsmødet").first.click()
    dialogue.get_by_role("region", name="Temaer i spørgerammen").get_by_role(
        "link", name="Behov og målgruppe"
    ).click()
    expect(dialogue).to_have_url(re.compile(r"/spoergeramme/#behov$"))
    expect(dialogue.get_by_role("heading", name="1. Behov og målgruppe")).to_be_in_viewport()


def test_whom_to_write_to_is_on_the_page(dialogue: Page) -> None:
    part = dialogue.get_by_role("region", name="Sådan deltager du")
    answer = part.get_by_role("link", name="mad@fjordby.example")
    expect(answer).to_be_visible()
    expect(answer).to_have_attribute("href", re.compile("^mailto:mad@fjordby.example"))
    contact = dialogue.get_by_role("region", name="Kontakt")
    expect(contact.get_by_role("link", name="mad@fjordby.example")).to_be_visible()


def test_the_answer_form_can_be_fetched(dialogue: Page) -> None:
    with dialogue.expect_download() as download:
        dialogue.get_by_role("region", name="Sådan deltager du").get_by_role(
            "link", name="Svarskema (DOCX, 3 kB)"
        ).click()
    assert download.value.suggested_filename == "svarskema-2.docx"


def test_what_good_to_know_says_opens_without_scripts(dialogue: Page) -> None:
    answer = dialogue.get_by_text("Hverken kommunen eller leverandørerne er bundet")
    expect(answer).to_be_hidden()
    dialogue.get_by_text("Dialogen forpligter ingen").click()
    expect(answer).to_be_visible()


def test_the_keyboard_skips_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Gå til indholdet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_an_unknown_address_at_any_depth_leads_back(page: Page, front: str) -> None:
    answer = page.goto(f"{front}dialoger/findes/ikke/alt/for/dybt/")
    assert answer is not None
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Siden findes ikke")
    expect(page.locator("body")).to_have_css("font-family", re.compile("Public Sans"))
    page.get_by_role("main").get_by_role("link", name="Alle dialoger").click()
    expect(page).to_have_url(f"{front}dialoger/")
