"""The gallery and the checkout's own site -> pictures of each kind of page in `.cache/shots/`.

For people to look at, one by one: `make shots`.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from browser.conftest import served
from browser.gallery import BELOW, build_gallery
from browser.sites import KINDS, Site, show
from browser.tools import CHROMIUM_FLAGS, chromium
from house.project import PELICAN, REAL_INSTANT, ROOT, run
from playwright.sync_api import Browser, sync_playwright

SHOTS = ROOT / ".cache" / "shots"
LOOKS: dict[str, dict[str, Any]] = {
    "320": {"viewport": {"width": 320, "height": 800}},
    "768": {"viewport": {"width": 768, "height": 1024}},
    "1280": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "forced": {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"},
}


def shoot(browser: Browser, site: Site, name: str) -> None:
    """Photograph the fullest page of each kind in every look, and print it."""
    for look, options in LOOKS.items():
        with browser.new_context(**options) as context:
            page = context.new_page()
            for kind in KINDS:
                show(page, site.url(site.heaviest(kind)))
                page.screenshot(path=SHOTS / f"{name}-{kind}-{look}.png", full_page=True)
                if look == "1280":
                    page.pdf(path=SHOTS / f"{name}-{kind}-print.pdf", format="A4")


def main() -> None:
    """Build both sites and photograph them."""
    shutil.rmtree(SHOTS, ignore_errors=True)
    SHOTS.mkdir(parents=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        real = Path(folder) / "real"
        done = run(ROOT, PELICAN, "content", "-o", str(real), at=REAL_INSTANT)
        assert done.returncode == 0, done.stderr
        gallery = build_gallery(Path(folder) / "gallery")
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        for name, built, below in (("real", real, "/"), ("gallery", gallery, BELOW)):
            with served(built, below) as site:
                shoot(browser, site, name)
        browser.close()
    print(f"{len(list(SHOTS.iterdir()))} pictures in {SHOTS}")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
