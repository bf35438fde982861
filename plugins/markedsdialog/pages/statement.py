"""The accessibility statement -> the view of its page."""

from dataclasses import dataclass

from markedsdialog import danish
from markedsdialog.edition import Edition


@dataclass(frozen=True, slots=True)
class Part:
    """A list under a heading; `empty` is said where it has no lines."""

    title: str
    lines: tuple[str, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """The page; an empty text is left out."""

    scope: str
    status: str
    official: str
    gaps: tuple[Part, ...]
    evidence: tuple[Part, ...]
    method: str
    mailbox: str
    phone: str


def statement_view(edition: Edition) -> StatementView:
    """Return what the page shows of `data/accessibility.yml`."""
    statement, site = edition.data.statement, edition.data.site
    return StatementView(
        scope=edition.say("statement", "scope", site=site.name, url=site.url),
        status=edition.say("statement_status", statement.status),
        official=statement.official or "",
        gaps=tuple(
            _part(name, lines, edition)
            for name, lines in (
                ("not_met", statement.not_met),
                ("burden", statement.burden),
                ("outside", statement.outside),
            )
        ),
        evidence=(
            _part("proven", statement.proven, edition),
            _part("unproven", statement.unproven, edition),
        ),
        method=edition.say(
            "statement_method",
            statement.method,
            written=danish.day(statement.written),
            reviewed=danish.day(statement.reviewed),
        ),
        mailbox=statement.feedback.mailbox or "",
        phone=statement.feedback.phone or "",
    )


def _part(name: str, lines: tuple[str, ...], edition: Edition) -> Part:
    empty = edition.say("statement", "nothing")
    return Part(edition.say("statement", name), lines, empty)
