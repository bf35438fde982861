from pathlib import Path

import pytest

from bench.linksite.cases import BASE, CASES, Case
from bench.linksite.write import write_site
from markedsdialog.links.judge import SiteJudge
from markedsdialog.links.kinds import KINDS
from markedsdialog.links.values import Report


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = write_site(tmp_path_factory.mktemp("site"), pages=30, seed=7)
    return SiteJudge(root, base_url=BASE).judge()


def test_there_are_at_least_110_cases_each_with_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 110
    assert {case.kind for case in CASES} - {None} <= KINDS.keys()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_fault_is_found_and_no_look_alike(report: Report, case: Case) -> None:
    found = [
        finding.kind.name
        for finding in report.findings
        for place in finding.places
        if place.page == case.page
    ]
    assert found == ([case.kind] if case.kind else [])


def test_nothing_else_on_the_site_is_found(report: Report) -> None:
    planted = {case.page for case in CASES}
    assert {place.page for each in report.findings for place in each.places} <= planted


def test_the_same_seed_gives_the_same_site(tmp_path: Path) -> None:
    one = write_site(tmp_path / "a", pages=3, seed=1)
    other = write_site(tmp_path / "b", pages=3, seed=1)
    third = write_site(tmp_path / "c", pages=3, seed=2)
    page = "sider/000/00001/index.html"
    assert (one / page).read_bytes() == (other / page).read_bytes()
    assert (one / page).read_bytes() != (third / page).read_bytes()
