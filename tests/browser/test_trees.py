"""What assistive technology is handed of one page of each kind, read as golden files."""

import pytest
from browser.conftest import Open
from browser.golden import differences
from browser.sites import Site, kind_of

PAGES = (
    "",
    "dialoger/skolebusser/",
    "dialoger/madservice/",
    "dialoger/madservice/oplaeg/",
    "dialoger/madservice/spoergeramme/",
    "dialoger/madservice/referater/informationsmoede/",
    "ordregivere/vejforvaltningen/",
    "om/",
    "404.html",
)


@pytest.mark.parametrize("address", PAGES)
def test_the_accessibility_tree_is_as_it_was(
    sites: dict[str, Site], open_page: Open, address: str
) -> None:
    page = open_page(sites["gallery"].url(address))
    if kind_of(address) == "front":  # the gallery's 200 dialogues would fill the file
        page.locator(".dialogue-list li:nth-child(n + 5)").evaluate_all(
            "many => many.forEach(one => one.remove())"
        )
    name = address.strip("/").replace("/", "-").removesuffix(".html") or "front"
    assert not (told := differences(f"{name}.yml", page.locator("body").aria_snapshot())), told
