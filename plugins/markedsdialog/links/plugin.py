"""A site that is built but not yet live -> the broken links that keep it from going live.

Warnings do not stop a build. They stand, with all else, on a page for editors (`PAGE`) that each
build writes anew beside what it remembers, and that is never published.
"""

from collections.abc import Iterator

from markedsdialog.findings import Finding
from markedsdialog.judging import Built, add_judge
from markedsdialog.links.gate import stopping
from markedsdialog.links.judge import SiteJudge
from markedsdialog.links.report.editors import render_page
from markedsdialog.links.values import Source

PAGE = ".cache/links.html"


def judge(built: Built) -> Iterator[Finding]:
    """Judge every file of the site; external addresses are left to the nightly run."""

    def source(page: str, written: str) -> Source | None:
        place = built.written(page, written)
        return Source(*place) if place else None

    report = SiteJudge(built.folder, base_url=built.url).judge(source)
    page = built.project / PAGE
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(render_page(report), "utf-8")
    yield from stopping(report)


def register() -> None:
    """Answer the engine when it asks its judges; Pelican calls this once for each plugin."""
    add_judge(judge)
