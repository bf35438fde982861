from pathlib import Path
from xml.etree.ElementTree import fromstring

from house.reading import one, pages

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://fjordby.example/udbud/dialog"


def test_the_sitemap_has_the_canonical_address_of_each_page_once(house: Path) -> None:
    root = fromstring((house / "sitemap.xml").read_bytes())
    assert root.tag == f"{NAMESPACE}urlset"
    listed = [url.findtext(f"{NAMESPACE}loc") for url in root]
    canonical = [
        one(page, "link[rel=canonical]")["href"]
        for file, page in pages(house).items()
        if file != "404.html"
    ]
    assert sorted(str(address) for address in listed) == sorted(str(one) for one in canonical)


def test_the_sitemap_tells_when_a_dialogue_told_something_new(house: Path) -> None:
    root = fromstring((house / "sitemap.xml").read_bytes())
    times = {
        str(url.findtext(f"{NAMESPACE}loc")): url.findtext(f"{NAMESPACE}lastmod") for url in root
    }
    assert times[f"{BASE}/dialoger/madservice/"] == "2026-02-25T00:00:00+01:00"
    assert times[f"{BASE}/dialoger/madservice/oplaeg/"] == "2026-02-25T00:00:00+01:00"
    assert times[f"{BASE}/om/"] is None


def test_robots_may_read_everything_and_find_the_sitemap(house: Path) -> None:
    assert (house / "robots.txt").read_text() == (
        f"User-agent: *\nAllow: /\n\nSitemap: {BASE}/sitemap.xml\n"
    )
