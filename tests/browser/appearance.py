"""An open page -> what is lost in another light: dark, forced colours, paper, without motion."""

from browser.probes import probe
from playwright.sync_api import Page

PAPER = [255, 255, 255]
OFF_PAPER = "nav, .skip-link, .search-form, #resultater"
"""What nobody can use on paper."""


def contrast(page: Page) -> list[str]:
    """Measure all text against what is behind it, in the light and in the dark scheme."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        faults += [f"{fault} in {scheme}" for fault in probe(page, "contrast")]
    return faults


def forced_colours(page: Page) -> list[str]:
    """Let the reader's own few colours replace the page's."""
    painted = probe(page, "painted")
    page.emulate_media(forced_colors="active")
    return probe(page, "forced", painted)


def on_paper(page: Page) -> list[str]:
    """Print: everything stands there, `details` too, in dark letters and without backgrounds."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme=scheme)
        shown = {"selector": "main", "except": OFF_PAPER, "open": False}
        faults += [*probe(page, "shown", shown), *probe(page, "contrast", PAPER)]
    return faults


def without_motion(page: Page) -> list[str]:
    """Ask for less motion: nothing moves."""
    page.emulate_media(reduced_motion="reduce")
    return probe(page, "motion")
