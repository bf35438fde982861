from posixpath import relpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.edition import relative

SITE = "https://markedsdialog.example/under/sti/"
names = st.sampled_from(["dialoger", "oplaeg", "a", "b"])
folders = st.lists(names, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
addresses = st.builds("{}{}".format, folders, st.sampled_from(["", "feed.atom", "#tema", "x#t"]))


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("", "", "./"),
        ("", "dialoger/", "dialoger/"),
        ("", "feed.atom", "feed.atom"),
        ("dialoger/", "dialoger/", "./"),
        ("dialoger/", "", "../"),
        ("dialoger/a/", "dialoger/a/oplaeg/", "oplaeg/"),
        ("dialoger/a/oplaeg/", "dialoger/a/", "../"),
        ("dialoger/a/oplaeg/", "dialoger/a/spoergeramme/#pris", "../spoergeramme/#pris"),
        ("dialoger/a/oplaeg/", "dialoger/b/", "../../b/"),
        ("dialoger/a/oplaeg/", "theme/style.css", "../../../theme/style.css"),
        ("a/a/", "a/a", "../a"),
    ],
)
def test_a_link_leads_from_page_to_page_by_the_shortest_way(
    here: str, there: str, link: str
) -> None:
    assert relative(here, there) == link


@given(page=folders, there=addresses)
def test_a_browser_reaches_the_address_from_any_page_below_any_path(page: str, there: str) -> None:
    assert urljoin(SITE + page, relative(page, there)) == SITE + there


@given(here=folders, there=folders)
def test_a_link_between_folders_is_the_one_of_the_standard_library(here: str, there: str) -> None:
    assert relative(here, there) == f"{relpath(there or '.', here or '.')}/"
