"""What assistive technology is handed of one page of each kind, read as golden files."""

import pytest
from browser.conftest import Open
from browser.golden import differences

PAGES = (
    "",
    "dialoger/skolebusser/",
    "dialoger/madservice/",
    "dialoger/madservice/oplaeg/",
    "dialoger/madservice/spoergeramme/",
    "dialoger/madservice/referater/informationsmoede/",
    "ordregivere/vejforvaltningen/",
    "om/",
    "was/",
    "soeg/",
    "404.html",
)


@pytest.mark.parametrize("address", PAGES)
def test_the_accessibility_tree_is_as_it_was(front: str, open_page: Open, address: str) -> None:
    page = open_page(front + address)
    name = address.strip("/").replace("/", "-").removesuffix(".html") or "front"
    assert not (told := differences(f"{name}.yml", page.locator("body").aria_snapshot())), told
