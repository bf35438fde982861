"""The name of a file in `probes/` -> what its function finds on an open page."""

from functools import cache
from typing import Any

from browser.tools import HERE
from playwright.sync_api import Page


def probe(page: Page, name: str, argument: object = None) -> Any:
    """Run a probe on the page as it is now."""
    return page.evaluate(_source(name), argument)


@cache
def _source(name: str) -> str:
    """Return the probe as one function, which knows what all probes have in common."""
    common, own = ((HERE / "probes" / f"{one}.js").read_text("utf-8") for one in ("common", name))
    return f"""(argument) => {{
        const first = (\n{common}\n), then = (\n{own}\n);
        globalThis.probe ?? first();
        return then(argument);
    }}"""
