"""The search page as a reader meets it: below a path, with the policy that servers send."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from house.project import ROOT
from house.reading import pages, words
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Page, Response, Route, expect

from markedsdialog.search.words import stems
from markedsdialog.serving import server

BELOW = "udbud/dialog"


@pytest.fixture(scope="module")
def address(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the house's search page on a server of this machine."""
    root = tmp_path_factory.mktemp("root")
    (root / BELOW).parent.mkdir()
    (root / BELOW).symlink_to(house)
    web = server(root)
    Thread(target=web.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{web.server_port}/{BELOW}/soeg/"
    web.shutdown()
    web.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="da-DK") as opened:
        yield opened


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """Return the search page; it must never complain."""
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(address)
    yield opened
    assert complaints == []


def _search(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)
    page.get_by_role("searchbox").press("Enter")


def _said(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def _results(page: Page) -> list[str]:
    return page.locator("#resultater li a").all_inner_texts()


@pytest.mark.parametrize("query", ["køkkenet", "KØKKENERNE", "køkkeners afstande", "køkken"])
def test_each_form_of_a_word_finds_the_page_that_has_another(page: Page, query: str) -> None:
    _search(page, query)
    expect(page.locator("#resultater li").first).to_be_visible()
    assert "Oplæg om madservice" in _results(page)


def test_the_beginning_of_a_long_word_finds_it(page: Page) -> None:
    _search(page, "udbudsbek")
    expect(page.locator("#resultater li").first).to_be_visible()
    assert "Information om kommende udbud af rengøring" in _results(page)


def test_a_result_says_what_it_is_and_leads_there(page: Page, address: str) -> None:
    _search(page, "køkkenerne afstanden")
    _said(page, "1 side om: køkkenerne afstanden")
    result = page.locator("#resultater li")
    expect(result).to_contain_text("Oplæg · Information om kommende udbud af madservice")
    expect(result).to_contain_text("Kommunen køber i dag mad af to køkkener.")
    result.get_by_role("link").click()
    expect(page).to_have_url(address.replace("soeg/", "dialoger/madservice/oplaeg/"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Oplæg om madservice")


@pytest.mark.parametrize("query", ["55521200", "55521200-0", "555212"])
def test_a_cpv_code_is_found_with_and_without_its_check_digit(page: Page, query: str) -> None:
    _search(page, query)
    _said(page, f"1 side om: {query}")
    assert _results(page) == ["Information om kommende udbud af madservice"]


def test_a_page_must_have_all_words(page: Page) -> None:
    _search(page, "køkkenerne")
    _said(page, "2 sider om: køkkenerne")
    _search(page, "køkkenerne tolk")
    _said(
        page,
        "Ingen sider om: køkkenerne tolk. Prøv med færre eller andre ord, "
        "eller brug listerne herunder.",
    )
    assert _results(page) == []


@pytest.mark.parametrize("query", ["tilbageholdt", "forbrugstal", "<b>$&</b>æøå"])
def test_what_is_not_published_is_not_found(page: Page, query: str) -> None:
    _search(page, query)
    expect(page.get_by_role("status")).to_contain_text(f"Ingen sider om: {query}.")


def test_a_search_has_an_address_that_can_be_shared(page: Page, address: str) -> None:
    _search(page, "køkkenerne")
    _said(page, "2 sider om: køkkenerne")
    expect(page).to_have_url(f"{address}?q={quote('køkkenerne')}")
    expect(page).to_have_title("køkkenerne - Søg | Fjordby Kommunes markedsdialog")
    page.reload()
    _said(page, "2 sider om: køkkenerne")
    expect(page.get_by_role("searchbox")).to_have_value("køkkenerne")


def test_the_way_back_goes_through_the_searches(page: Page) -> None:
    _search(page, "køkkenerne")
    _said(page, "2 sider om: køkkenerne")
    _search(page, "køkkenerne afstanden")
    _said(page, "1 side om: køkkenerne afstanden")
    page.go_back()
    _said(page, "2 sider om: køkkenerne")
    page.go_back()
    expect(page.locator("#resultater")).to_be_hidden()
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page).to_have_title("Søg | Fjordby Kommunes markedsdialog")


@pytest.mark.parametrize("query", ["", "   ", "?!"])
def test_a_search_for_no_word_shows_no_results(page: Page, query: str) -> None:
    _search(page, "køkkenerne")
    _said(page, "2 sider om: køkkenerne")
    _search(page, query)
    expect(page.locator("#resultater")).to_be_hidden()


def test_many_results_come_in_parts_and_the_focus_follows(page: Page) -> None:
    _search(page, "om")
    expect(page.locator("#resultater li")).to_have_count(20)
    more = page.get_by_role("button", name="Vis flere resultater")
    more.click()
    expect(page.locator("#resultater li:nth-child(21) a")).to_be_focused()
    expect(more).to_be_hidden()
    said = page.get_by_role("status").inner_text()
    assert said == f"{len(_results(page))} sider om: om"


def test_the_keyboard_alone_searches_and_opens_a_result(page: Page) -> None:
    focused = page.locator(":focus")
    for _ in range(30):
        page.keyboard.press("Tab")
        if focused.get_attribute("type") == "search":
            break
    page.keyboard.type("køkkenerne afstanden")
    page.keyboard.press("Enter")
    _said(page, "1 side om: køkkenerne afstanden")
    page.keyboard.press("Tab")
    expect(focused).to_have_text("Søg")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Oplæg om madservice | Fjordby Kommunes markedsdialog")


def test_a_reader_loads_no_more_than_the_words_need(page: Page) -> None:
    answers: list[Response] = []

    def note(answer: Response) -> None:  # playwright takes no built-in method
        answers.append(answer)

    page.on("response", note)
    _search(page, "køkkenerne")
    _said(page, "2 sider om: køkkenerne")
    loaded = [len(one.body()) for one in answers if one.url.endswith(".json")]
    assert len(loaded) == 3
    assert sum(loaded) < 30_000


def test_a_search_that_cannot_be_answered_says_so_and_the_next_one_works(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.goto(address)

    def fail(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/ord-*.json", fail)
    _search(page, "køkkenerne")
    _said(page, "Søgningen virker ikke lige nu. Brug listerne herunder.")
    page.unroute("**/ord-*.json")
    _search(page, "køkkenerne")
    _said(page, "2 sider om: køkkenerne")


def test_without_script_the_page_is_a_list(browser: Browser, address: str, house: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}?q=mad")
        expect(page.locator("form")).to_be_hidden()
        expect(page.locator("#resultater")).to_be_hidden()
        dialogues = sorted(file.parent.name for file in house.glob("dialoger/*/index.html"))
        assert len(dialogues) > 5
        for dialogue in dialogues:
            expect(page.locator(f'main a[href="../dialoger/{dialogue}/"]')).to_be_visible()
        expect(page.get_by_role("navigation", name="Find efter ordregiver")).to_be_visible()
        expect(page.get_by_role("navigation", name="Find efter status")).to_be_visible()


def test_the_policy_of_the_server_is_enforced(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.ran") is None


def test_where_the_policy_forbids_scripts_the_page_is_a_list(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()

    def forbid(route: Route) -> None:
        answer = route.fetch()
        policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'"
        route.fulfill(
            response=answer, headers={**answer.headers, "content-security-policy": policy}
        )

    page.route(address, forbid)
    page.goto(address)
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator(".title-list a").first).to_be_visible()


def test_the_search_page_alone_has_a_script(house: Path) -> None:
    scripts = {
        file: [one.get("src") for one in page.select("script:not([type='application/ld+json'])")]
        for file, page in pages(house).items()
    }
    (source,) = scripts.pop("soeg/index.html")
    assert (house / "soeg" / str(source)).is_file()
    assert set(map(tuple, scripts.values())) == {()}


@pytest.fixture(scope="module")
def stemmer(browser: Browser) -> Iterator[Page]:
    """Return a page that knows how the script stems."""
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(path=ROOT / "theme/static/js/stem.js")
        yield page


def _stemmed_in_the_browser(stemmer: Page, texts: list[str]) -> list[list[str]]:
    answer: list[list[str]] = stemmer.evaluate("texts => texts.map(stems)", texts)
    return answer


CODES = ["55521200-0 12345678-90", "123456789-0", "12345678-9a", "12345678-9_1", "1-12345678-9."]
ROOTS = "by løs kost vagt skatt øst æl".split()
ENDINGS = (
    "hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer s heds es endes "
    "erendes enes ernes eres ens hedens erens ers ets erets et eret ig lig elig els løst igst "
    "gd dt gt kt bb ss st sks x"
).split()
BEFORE_ENDINGS = ["", *"lig els igst gt løst heds erende t".split()]


def test_the_browser_stems_as_the_index_does_after_every_ending(stemmer: Page) -> None:
    made = [root + first + last for root in ROOTS for first in BEFORE_ENDINGS for last in ENDINGS]
    made += CODES
    assert _stemmed_in_the_browser(stemmer, made) == [stems(word) for word in made]


def test_the_browser_stems_as_the_index_does_on_all_words_of_the_site(
    stemmer: Page, house: Path, real: Path
) -> None:
    texts = [words(page) for site in (house, real) for page in pages(site).values()]
    assert sum(map(len, texts)) > 50_000
    assert _stemmed_in_the_browser(stemmer, texts) == [stems(text) for text in texts]


KNOWN_TO_PYTHON = st.characters(exclude_categories=["Cs", "Cn"])
"""A browser may know a later Unicode, and letters that were none in this one."""


@settings(max_examples=20)
@given(st.lists(st.text(KNOWN_TO_PYTHON, max_size=12), min_size=50, max_size=100))
def test_the_browser_finds_the_words_of_any_text_as_the_index_does(
    stemmer: Page, texts: list[str]
) -> None:
    assert _stemmed_in_the_browser(stemmer, texts) == [stems(text) for text in texts]


@settings(max_examples=20)
@given(st.lists(st.text("abdegiklnrstuvxyåæøös", max_size=14), min_size=50, max_size=100))
def test_the_browser_stems_any_letters_as_the_index_does(stemmer: Page, texts: list[str]) -> None:
    assert _stemmed_in_the_browser(stemmer, texts) == [stems(text) for text in texts]
