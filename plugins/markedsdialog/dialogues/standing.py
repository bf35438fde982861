"""One file of `content/sider/` -> a standing page, or every fault that the file has."""

from pathlib import Path, PurePosixPath

from markedsdialog.dialogues.addresses import Links
from markedsdialog.findings import Finding, Refused
from markedsdialog.model.slug import slug
from markedsdialog.model.standing import StandingFacts, StandingPage
from markedsdialog.source import text
from markedsdialog.source.facts import validate
from markedsdialog.source.frontmatter import split
from markedsdialog.source.prose import render


def read_standing_page(file: Path, content: Path, prefix: str) -> StandingPage:
    """Read one page; raise Refused with all its faults. Findings call `content` `prefix`."""
    place = PurePosixPath(file.relative_to(content).as_posix())
    path = f"{prefix}/{place}"
    if file.suffix != ".md" or slug(file.stem) != file.stem:
        raise Refused(
            [
                Finding(
                    path,
                    1,
                    "pages/name",
                    "A page's file must be named with a-z, digits and hyphens, and end in .md",
                    "Rename or move the file",
                )
            ]
        )
    document = split(text.read(file, path))
    findings: list[Finding] = []
    try:
        facts = validate(StandingFacts, document.facts, path)
    except Refused as refused:
        findings.extend(refused.findings)
    try:
        prose = render(document.prose, path, document.first_line, Links(content, place))
    except Refused as refused:
        findings.extend(refused.findings)
    if findings:
        raise Refused(findings)
    return StandingPage(file.stem, facts, prose)
