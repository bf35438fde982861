"""The site opened from disk, as a browser shows it without any server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from markedsdialog.offline import offline


@pytest.fixture(scope="module")
def copy(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    for address, data in offline(house):
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        opened = context.new_page()
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        yield opened
        assert complaints == []


def test_a_reader_goes_from_the_front_page_to_the_questions_and_back(
    page: Page, copy: Path
) -> None:
    page.goto((copy / "index.html").as_uri())
    heading = page.get_by_role("heading", level=1)
    page.get_by_role("link", name="Information om kommende udbud af madservice").first.click()
    expect(heading).to_have_text("Information om kommende udbud af madservice")
    page.get_by_role("navigation", name="Sider i dialogen").get_by_text("Spørgeramme").click()
    expect(heading).to_have_text("Spørgeramme om madservice")
    page.get_by_role("navigation", name="Brødkrumme").get_by_text("Forside").click()
    expect(page).to_have_url((copy / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Public Sans"')


def test_the_search_page_is_a_list(page: Page, copy: Path) -> None:
    page.goto((copy / "soeg/index.html").as_uri())
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("#resultater")).to_be_hidden()
    page.get_by_role("link", name="Information om kommende udbud af madservice").click()
    expect(page).to_have_url((copy / "dialoger/madservice/index.html").as_uri())


def test_without_the_copy_a_link_ends_at_a_folder(browser: Browser, house: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((house / "index.html").as_uri())
        page.get_by_role("navigation", name="Hovedmenu").get_by_text("Alle dialoger").click()
        expect(page).to_have_url((house / "dialoger").as_uri() + "/")
        expect(page.get_by_role("heading", name="Alle dialoger")).to_have_count(0)
