"""Content, data and theme -> every file of the site, as one Pelican generator.

Phase one reads and refuses; phase two writes. So a fault in the content stops the build before
the first file is written.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pelican.generators import Generator
from pelican.plugins import signals

from markedsdialog.edition import Edition
from markedsdialog.engine.assets import Assets, read_assets
from markedsdialog.engine.sources import Sources
from markedsdialog.engine.staging import Files, Part, Stage
from markedsdialog.engine.templates import Templates
from markedsdialog.feeds.atom import dialogue_feed, site_feed
from markedsdialog.feeds.crawlers import robots, sitemap
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.judging import BUILT, Built
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.publication import told
from markedsdialog.model.time import day_in_copenhagen
from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.pages.compose import compose
from markedsdialog.pages.page import SITE_FEED, Page
from markedsdialog.project import Project, read_project, shown
from markedsdialog.search.index import index
from markedsdialog.search.texts import texts

PAGES_TOGETHER = 20
"""So few that all processors come to an end at about the same time."""


def stated_instant() -> datetime:
    """Return the instant for which the site is made: SOURCE_DATE_EPOCH, or else the present.

    The variable holds seconds since 1970 in UTC (reproducible-builds.org/specs); raises
    ValueError when it does not.
    """
    if not (epoch := os.environ.get("SOURCE_DATE_EPOCH")):
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError("SOURCE_DATE_EPOCH must be seconds since 1970, like 1800000000") from error


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Makes the whole site; Pelican hands it the settings and the two phases."""

    project: Project
    assets: Assets
    templates: Templates
    edition: Edition
    dialogues: tuple[Dialogue, ...]

    def generate_context(self) -> None:
        """Read everything; raise Refused with every fault of the content and the data."""
        self.project = read_project(Path(self.path), Path(self.settings["DATA_PATH"]))
        self.assets = read_assets(Path(self.theme) / "static")
        folder = Path(self.theme) / "templates"
        self.templates = Templates(self.env, folder, shown(folder))
        self.edition = Edition(self.project.data, stated_instant(), self.assets.addresses)
        self.env.globals |= {
            "site": self.project.data.site,
            "say": self.edition.say,
            "assets": self.edition.assets,
        }
        self.dialogues = told(self.project.library.dialogues, self.edition.at)

    def generate_output(self, stage: Stage) -> None:
        """Write every file, and leave for the judges what they ask for."""
        pages = tuple(compose(self.dialogues, self.project.library.pages, self.edition))
        stage.fill(self._parts(pages))
        self.context[BUILT] = Built(
            folder=stage.folder,
            url=self.project.data.site.url,
            written=Sources(pages, self.templates.render),
            minutes=frozenset(self._handed_out_minutes()),
            today=day_in_copenhagen(self.edition.at),
            project=Path(self.settings["PROJECT_PATH"]),
            content=Path(self.path),
            data=Path(self.settings["DATA_PATH"]),
        )

    def _handed_out_minutes(self) -> Iterator[str]:
        for dialogue in self.dialogues:
            for one in dialogue.attachments:
                if one.facts.kind is DocumentKind.MINUTES:
                    yield str(one.source)

    def _parts(self, pages: tuple[Page, ...]) -> Iterator[Part]:
        """Yield the files of the site in parts, the one that takes longest first."""
        yield self._searched
        yield self._feeds
        for first in range(0, len(pages), PAGES_TOGETHER):
            yield partial(self._rendered, pages[first : first + PAGES_TOGETHER])
        yield self.assets.files.items
        yield self._attachments
        yield partial(self._for_crawlers, pages)

    def _rendered(self, pages: tuple[Page, ...]) -> Files:
        """Yield what can be shown of these pages, then raise Refused for what cannot."""
        findings: list[Finding] = []
        for page in pages:
            try:
                yield page.file, self.templates.render(page)
            except Refused as refused:
                findings += refused.findings
        refuse_if_any(findings)

    def _searched(self) -> Files:
        return index(texts(self.dialogues, self.project.library.pages, self.edition))

    def _for_crawlers(self, pages: tuple[Page, ...]) -> Files:
        yield "sitemap.xml", sitemap(_listed(pages), self.edition)
        yield "robots.txt", robots(self.edition)

    def _attachments(self) -> Files:
        for dialogue in self.dialogues:
            for one in dialogue.attachments:
                yield str(one.source), (Path(self.path) / one.source).read_bytes()

    def _feeds(self) -> Files:
        yield SITE_FEED, site_feed(self.dialogues, self.edition)
        for dialogue in self.dialogues:
            address = f"dialoger/{dialogue.slug}/{SITE_FEED}"
            yield address, dialogue_feed(dialogue, self.edition)


def _listed(pages: tuple[Page, ...]) -> Iterator[tuple[str, str]]:
    """Yield what the sitemap lists: address, and the time of the last news or nothing."""
    for page in pages:
        if page.canonical:
            yield page.address, page.dialogue.modified if page.dialogue else ""


def register() -> None:
    """Tell Pelican of the generator; Pelican calls this because settings list this module."""
    signals.get_generators.connect(_site_generator)


def _site_generator(_: object) -> type[SiteGenerator]:
    return SiteGenerator
