"""A judged site and a run over the web -> findings about its external links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markedsdialog.links.external.check import Outcome, Run, Told
from markedsdialog.links.external.exceptions import Exemption, wrong_exemptions
from markedsdialog.links.external.memory import Records
from markedsdialog.links.grouping import without_person
from markedsdialog.links.judge import SiteJudge
from markedsdialog.links.values import LinkFinding, Outside, Place, SourceMap

_PLACES_SHOWN = 20
_Pages = Mapping[Outside, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Exemptions:
    """The exceptions and the file that they were read from."""

    entries: tuple[Exemption, ...]
    file: Path

    def cover(self, target: Outside) -> bool:
        """Tell whether a link is not to be asked about."""
        return any(entry.covers(_written(target)) for entry in self.entries)


def audit(
    judge: SiteJudge,
    run: Run,
    records: Records,
    exemptions: Exemptions,
    sources: SourceMap | None = None,
) -> tuple[tuple[LinkFinding, ...], Outcome]:
    """Ask about every external link of a site that was judged; also tell of stale exceptions."""
    pages = judge.outside()
    outcome = run.check([each for each in pages if not exemptions.cover(each)], records)
    findings = [_finding(judge, told, pages, sources) for told in outcome.told]
    findings += wrong_exemptions(
        exemptions.entries, map(_written, pages), exemptions.file, run.now.date()
    )
    return tuple(findings), outcome


def _written(target: Outside) -> str:
    return f"{target.url}#{target.fragment}" if target.fragment else target.url


def _finding(judge: SiteJudge, told: Told, pages: _Pages, sources: SourceMap | None) -> LinkFinding:
    shown = list(_places(judge, told.target, pages))
    written = _written(told.target)
    return LinkFinding(
        kind=told.kind,
        written=without_person(written),
        where="external",
        target=told.target.url,
        places=tuple(shown[:_PLACES_SHOWN]),
        count=len(shown),
        source=sources(shown[0].page, written) if sources else None,
        suggestion=told.suggestion,
        detail=told.detail,
    )


def _places(judge: SiteJudge, target: Outside, pages: _Pages) -> Iterator[Place]:
    """Give the pages that link to an address; a finding without a fragment is about all of them."""
    count = 0
    for each, those in pages.items():
        if each.url == target.url and target.fragment in ("", each.fragment):
            for page in those:
                count += 1
                line = judge.line_of(page, each) if count <= _PLACES_SHOWN else 1
                yield Place(page, line)
