"""From the front page to the answer form of an open dialogue, without a mouse and without sight.

What the reader hears and where the keyboard stops are kept as golden files.
"""

from pathlib import Path

from browser.conftest import Visit
from browser.golden import differences
from browser.tools import HERE, NODE, module, run
from playwright.sync_api import Page

TITLE = "Information om kommende udbud af madservice"
FORM = "Svarskema (DOCX"
PATIENCE = 80


def test_a_screen_reader_says_the_way_to_the_answer_form(house: Path) -> None:
    module("@guidepup/virtual-screen-reader/package.json")
    done = run(NODE, str(HERE / "speak.mjs"), str(house), TITLE, FORM)
    assert done.returncode == 0, done.stderr
    assert not (told := differences("spoken.txt", done.stdout)), told


def test_the_keyboard_alone_takes_the_answer_form(front: str, visit: Visit) -> None:
    page = visit(viewport={"width": 1280, "height": 800}, accept_downloads=True).new_page()
    page.goto(front)
    stops = [*_through(page, "Gå til indholdet"), *_through(page, TITLE)]
    assert page.get_by_role("heading", level=1).inner_text() == TITLE
    stops += [f"--- {TITLE}", *_through(page, "Gå til indholdet")]
    with page.expect_download() as download:
        stops += _through(page, FORM)
    assert download.value.suggested_filename == "svarskema-2.docx"
    text = "".join(f"{stop}\n" for stop in stops)
    assert not (told := differences("stops.txt", text)), told


def _through(page: Page, name: str) -> list[str]:
    """Press Tab until the control of that name has the focus, then Enter; return each stop."""
    stops: list[str] = []
    while not (stops and stops[-1].startswith(name)):
        assert len(stops) < PATIENCE, f"{name} was not reached: {stops}"
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.innerText.replace(/\\s+/g, ' ')"))
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    return stops
