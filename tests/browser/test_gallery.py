"""The gallery shows every state of every component: each rule of the style has an element."""

import pytest
from browser.conftest import Open
from browser.gallery import DIALOGUES, LONG_TITLE, QUESTIONS
from browser.sites import KINDS, Site

from markedsdialog.model.slug import slug
from markedsdialog.model.vocabulary import Status

SELECTORS = """() => {
  const found = [];
  const walk = (rules) => [...rules].forEach((rule) => {
    if (rule.selectorText) found.push(...rule.selectorText.split(/,(?![^(]*\\))/));
    else if (rule.cssRules) walk(rule.cssRules);
  });
  [...document.styleSheets].forEach((sheet) => walk(sheet.cssRules));
  return [...new Set(found.map((one) => one.trim()
    .replace(/::[a-z-]+/g, "").replace(/:(hover|focus-visible|focus|target)\\b/g, "")
    .replace(/(^|[\\s>+~])$/, "$1*")))];
}"""
MATCHED = "(selectors) => selectors.filter((one) => document.querySelector(one))"
STAGES = [slug(stage) for stage in Status]
OPEN = "details => details.forEach((one) => { one.open = true })"


def test_each_rule_of_the_style_sheet_has_an_element_in_the_gallery(
    sites: dict[str, Site], open_page: Open
) -> None:
    site = sites["gallery"]
    unmatched: set[str] | None = None
    for address in _fullest_first(site):
        page = open_page(site.url(address))
        page.locator("details").evaluate_all(OPEN)
        if unmatched is None:
            unmatched = set(page.evaluate(SELECTORS))
            assert len(unmatched) > 100
        unmatched -= set(page.evaluate(MATCHED, sorted(unmatched)))
        if not unmatched:
            break
    assert unmatched == set()


def _fullest_first(site: Site) -> list[str]:
    fullest = [site.heaviest(kind) for kind in KINDS]
    return [*fullest, *(one for one in site.addresses() if one not in fullest)]


@pytest.mark.parametrize(
    ("address", "selector", "count"),
    [
        ("dialoger/ekstrem/spoergeramme/", ".theme-block:first-of-type .questions > li", QUESTIONS),
        ("dialoger/ekstrem/oplaeg/", ".wide-table tr:first-child > th", 12),
        ("dialoger/ekstrem/oplaeg/", "[lang=en]", 2),
        ("dialoger/ekstrem/oplaeg/", "[dir=rtl]", 1),
        ("dialoger/fyld-001/", ".minutes-list", 0),
        ("dialoger/skolebusser/", ".stage-cancelled", 1),
    ],
)
def test_the_worst_stands_on_its_page(
    sites: dict[str, Site], open_page: Open, address: str, selector: str, count: int
) -> None:
    page = open_page(sites["gallery"].url(address))
    assert page.locator(selector).count() == count


def test_the_longest_title_and_the_longest_list_are_shown_whole(
    sites: dict[str, Site], open_page: Open
) -> None:
    page = open_page(sites["gallery"].url("dialoger/"))
    assert len(LONG_TITLE) == 300
    assert page.get_by_role("link", name=LONG_TITLE, exact=True).is_visible()
    assert page.locator(".dialogue-card").count() > DIALOGUES


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_has_a_card(sites: dict[str, Site], open_page: Open, stage: str) -> None:
    page = open_page(sites["gallery"].url("dialoger/"))
    assert page.locator(f".status-tag-{stage}").count() > 0
