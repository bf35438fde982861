"""Every check that reads an open page, by the name under which the table tells of it.

A check takes an open page and returns its faults in words; each begins with the rule and a colon.
It leaves the page's text and style as they were; the size and the media are set anew by `faults`.
"""

from collections.abc import Callable, Mapping

from browser import appearance, engines, keyboard, layout, substance
from playwright.sync_api import Page, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
Check = Callable[[Page], list[str]]

EVERY_PAGE: Mapping[str, Check] = {
    "axe-core": engines.axe,
    "IBM": engines.ibm,
    "HTML_CodeSniffer": engines.htmlcs,
    "reflow at 320 px": layout.reflow,
    "three widths": layout.widths,
    "text spacing": layout.spacing,
    "targets of 44 px": layout.targets,
    "contrast of 7 to 1": appearance.contrast,
    "headings": substance.headings,
    "language": substance.language,
    "alone": substance.alone,
}

EACH_KIND: Mapping[str, Check] = {
    "Alfa": engines.alfa,
    "forced colours": appearance.forced_colours,
    "print": appearance.on_paper,
    "reduced motion": appearance.without_motion,
    "without script": substance.without_script,
    "keyboard": keyboard.tab_order,
    "visible focus": keyboard.focus_ring,
}
"""What costs most is asked of the page of each kind that has the most on it."""

CHECKS = {**EVERY_PAGE, **EACH_KIND}


def faults(check: str, page: Page) -> list[str]:
    """Run one check on an open page, shown as on a table with the reader's settings untouched."""
    page.set_viewport_size(DESKTOP)
    page.emulate_media(
        media="screen", color_scheme="light", forced_colors="none", reduced_motion="no-preference"
    )
    return CHECKS[check](page)


def file_name(check: str) -> str:
    """Return the name of the page with a seeded defect that the check must find."""
    return f"{check.lower().replace(' ', '-')}.html"
