"""A site that is built but not yet live -> the broken links that keep it from going live."""

from collections.abc import Iterator

from markedsdialog.findings import Finding
from markedsdialog.judging import Built, add_judge
from markedsdialog.links.gate import stopping
from markedsdialog.links.judge import SiteJudge
from markedsdialog.links.values import Source


def judge(built: Built) -> Iterator[Finding]:
    """Judge every file of the site; external addresses are left to the nightly run."""

    def source(page: str, written: str) -> Source | None:
        place = built.written(page, written)
        return Source(*place) if place else None

    yield from stopping(SiteJudge(built.folder, base_url=built.url).judge(source))


def register() -> None:
    """Answer the engine when it asks its judges; Pelican calls this once for each plugin."""
    add_judge(judge)
