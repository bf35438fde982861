"""A page with a seeded defect for each check: the check must find it, or it is dead.

What it must find stands in the page itself, in `<meta name="finds">`, rule by rule.
"""

import re
from html import unescape

import pytest
from browser.checks import CHECKS, faults, file_name
from browser.conftest import Open
from browser.sites import Site
from browser.tools import HERE

FINDS = re.compile(r'<meta name="finds" content="([^"]+)">')


def test_each_check_has_its_broken_page_and_no_page_is_idle() -> None:
    pages = {file.name for file in (HERE / "broken").glob("*.html")}
    assert pages == {file_name(check) for check in CHECKS}


@pytest.mark.parametrize("check", CHECKS)
def test_a_seeded_defect_is_found(broken: Site, open_page: Open, check: str) -> None:
    expected = FINDS.search((HERE / "broken" / file_name(check)).read_text("utf-8"))
    assert expected
    found = faults(check, open_page(broken.url(file_name(check))))
    for rule in unescape(expected[1]).split("|"):
        assert any(rule in fault for fault in found), (rule, found)
