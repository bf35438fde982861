"""The name of a file in `probes/` -> what its function finds on an open page."""

from functools import cache
from typing import Any

from browser.tools import HERE
from playwright.sync_api import Page


def probe(page: Page, name: str, argument: object = None) -> Any:
    """Run a probe on the page as it is now."""
    page.evaluate(_source("common"))
    return page.evaluate(_source(name), argument)


@cache
def _source(name: str) -> str:
    return (HERE / "probes" / f"{name}.js").read_text("utf-8")
