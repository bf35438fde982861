"""An open page -> what is wrong with what it says and asks for, whatever it looks like."""

from urllib.parse import urlsplit

from browser.probes import probe
from playwright.sync_api import Page, Request

ADDED = ".search-form, #resultater"
"""What only a script can do, on top of the list below it, which does the same without."""


def headings(page: Page) -> list[str]:
    """Hold the outline: one h1, no skipped level."""
    return probe(page, "headings")


def language(page: Page) -> list[str]:
    """Tell passages in another language that do not say so."""
    return probe(page, "language")


def without_script(page: Page) -> list[str]:
    """Open the page in a browser that runs no script: all of its text can be read."""
    assert page.context.browser
    with page.context.browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(page.url)
        faults = probe(plain, "shown", {"selector": "body", "except": ADDED, "open": True})
        said, bare = probe(page, "said", ADDED), probe(plain, "said", ADDED)
        return [
            *faults,
            *(["script: the page says something else with it"] if said != bare else []),
        ]


def alone(page: Page) -> list[str]:
    """Load the page again: no other host is asked, nothing fails, nothing is kept."""
    faults = []
    here = urlsplit(page.url).netloc

    def ask(url: str) -> None:
        if urlsplit(url).scheme != "data" and urlsplit(url).netloc != here:
            faults.append(f"host: {urlsplit(url).netloc}")

    page.on("request", lambda request: ask(request.url))
    page.on("requestfailed", lambda request: faults.extend(_failed(request)))
    page.on("response", lambda answer: faults.extend(_error(answer.status, answer.url)))
    page.on("console", lambda message: faults.extend(_said(message.type, message.text)))
    page.reload()
    cookies = [f"cookie: {cookie.get('name')}" for cookie in page.context.cookies()]
    return [*faults, *cookies, *probe(page, "kept")]


def _failed(request: Request) -> list[str]:
    """Tell of a request that failed for another reason than that the page was left."""
    is_left = "ERR_ABORTED" in (request.failure or "")
    return [] if is_left else [f"failed: {request.url}"]


def _error(status: int, url: str) -> list[str]:
    return [f"failed: {status} {url}"] if status >= 400 else []


def _said(kind: str, text: str) -> list[str]:
    return [f"console: {text}"] if kind in ("error", "warning") else []
