"""The search page in a browser, on each server, under the policy that this server really sends."""

from pathlib import Path

import pytest
from hosting.servers import COMMANDS, published, running
from playwright.sync_api import Browser, expect

BELOW = "/udbud/dialog/"


@pytest.mark.parametrize("name", [*COMMANDS, "python"])
def test_the_search_and_the_typeface_work_on_each_server(
    name: str, house: Path, browser: Browser
) -> None:
    with (
        published(house, BELOW) as place,
        running(name, place) as base,
        browser.new_context() as context,
    ):
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"{base}soeg/?q=køkkenerne")
        expect(page.get_by_role("status")).to_have_text("2 sider om: køkkenerne")
        assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)") == 1
        assert complaints == []
