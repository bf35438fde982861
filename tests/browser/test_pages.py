"""Every page of the checkout's own site and of the gallery, seen by every check."""

from collections.abc import Iterable

import pytest
from browser.checks import EACH_KIND, EVERY_PAGE, faults
from browser.conftest import Open
from browser.sites import KINDS, Site
from browser.table import count

SITES = ("real", "gallery")


@pytest.mark.parametrize("name", SITES)
def test_every_address_is_of_a_known_kind_and_every_kind_has_pages(
    sites: dict[str, Site], name: str
) -> None:
    site = sites[name]
    found = {address for kind in KINDS for address in site.of_kind(kind)}
    assert found == set(site.addresses())
    assert all(site.of_kind(kind) for kind in KINDS)


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_of_a_kind_passes(
    request: pytest.FixtureRequest, sites: dict[str, Site], open_page: Open, kind: str, name: str
) -> None:
    site = sites[name]
    _pass(request, site, open_page, site.of_kind(kind), EVERY_PAGE)


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_fullest_page_of_a_kind_passes(
    request: pytest.FixtureRequest, sites: dict[str, Site], open_page: Open, kind: str, name: str
) -> None:
    site = sites[name]
    _pass(request, site, open_page, [site.heaviest(kind)], EACH_KIND)


def _pass(
    request: pytest.FixtureRequest,
    site: Site,
    open_page: Open,
    addresses: list[str],
    checks: Iterable[str],
) -> None:
    kind = request.node.callspec.params["kind"]
    found: dict[str, list[str]] = {check: [] for check in checks}
    for address in addresses:
        page = open_page(site.url(address))
        for check, so_far in found.items():
            so_far += [f"{check}: /{address}: {fault}" for fault in faults(check, page)]
    for check, all_of_one in found.items():
        count(request, check, kind, pages=len(addresses), faults=len(all_of_one))
    told = [fault for all_of_one in found.values() for fault in all_of_one]
    assert not told, "\n".join(told)
