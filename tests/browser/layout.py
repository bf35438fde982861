"""An open page -> what is cut off, covered or too small, at the sizes that WCAG 2.2 names."""

from browser.probes import probe
from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
SPACING = """
* { line-height: 1.5 !important }
* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
"""WCAG 2.2, 1.4.12: what a reader may set without losing anything."""

ADD_STYLE = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
"""Adds a style in a way that the page's content security policy leaves to its own reader."""


def reflow(page: Page) -> list[str]:
    """Show the page 320 px wide, and 1280 px wide at 400 % (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 256})
    return [*probe(page, "fits"), *probe(page, "overlap")]


def widths(page: Page) -> list[str]:
    """Show the page on a telephone, a tablet and a table."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        faults += [f"{fault} at {width}" for fault in probe(page, "fits")]
    return faults


def spacing(page: Page) -> list[str]:
    """Set the text as far apart as a reader may, on a narrow and a wide screen."""
    page.evaluate(ADD_STYLE, SPACING)
    faults = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for name in ("fits", "overlap"):
            faults += [f"{fault} at {width}" for fault in probe(page, name)]
    page.evaluate("document.adoptedStyleSheets = []")
    return faults


def targets(page: Page) -> list[str]:
    """Measure what can be pressed (WCAG 2.2, 2.5.5), on a telephone and a table."""
    faults = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        faults += [f"{fault} at {width}" for fault in probe(page, "targets")]
    return faults
