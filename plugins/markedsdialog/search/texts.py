"""Published dialogues and standing pages -> what each of their pages says, in the order of weight.

Only what somebody wrote for the page is taken; the words that stand on every page of its kind
would find them all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Change, Dialogue
from markedsdialog.model.framework import Framework
from markedsdialog.model.minutes import Minutes
from markedsdialog.model.prose import Prose
from markedsdialog.model.standing import StandingPage
from markedsdialog.model.statement import ADDRESS
from markedsdialog.search.words import plain

OPENING = 160
"""The most letters of a text that a result shows, when the page has no lead of its own."""


_HEADING = re.compile(r"<h[2-4]\b.*?</h[2-4]>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """A page as it is searched and as a result shows it.

    kind: what the page is, and whose: "Referat · Udbud af madservice". opening: how it begins.
    headings, body: what is searched besides.
    """

    address: str
    title: str
    kind: str
    opening: str
    headings: tuple[str, ...]
    body: tuple[str, ...]


def texts(
    dialogues: Sequence[Dialogue], standing: Iterable[StandingPage], edition: Edition
) -> Iterator[Text]:
    """Yield the text of each page; `dialogues` are as published."""
    for dialogue in dialogues:
        yield from _of_dialogue(dialogue, edition)
    for page in standing:
        yield Text(
            address=f"{page.slug}/",
            title=page.facts.title,
            kind=edition.say("search", "standing"),
            opening=page.facts.lead,
            headings=_headings(page.prose),
            body=(plain(page.prose.html),),
        )
    yield _statement(edition)


def _statement(edition: Edition) -> Text:
    told = edition.data.statement
    own = (*told.not_met, *told.burden, *told.outside, *told.proven, *told.unproven)
    reached = (told.official, told.feedback.mailbox, told.feedback.phone, edition.data.site.url)
    return Text(
        address=ADDRESS,
        title=edition.say("statement", "title"),
        kind=edition.say("search", "standing"),
        opening=edition.say("statement", "lead"),
        headings=(),
        body=(*own, *filter(None, reached)),
    )


def _of_dialogue(dialogue: Dialogue, edition: Edition) -> Iterator[Text]:
    base = f"dialoger/{dialogue.slug}/"
    yield Text(
        address=base,
        title=dialogue.facts.title,
        kind=f"{edition.say('search', 'dialogue')} · {_authority(dialogue, edition)}",
        opening=dialogue.facts.lead,
        headings=_headings(dialogue.introduction),
        body=(plain(dialogue.introduction.html), *_facts(dialogue, edition)),
    )
    if briefing := dialogue.briefing:
        prose = briefing.prose
        kind = _kind("briefing", dialogue, edition)
        yield _running(f"{base}oplaeg/", briefing.facts.title, kind, prose)
    if framework := dialogue.framework:
        yield _framework(f"{base}spoergeramme/", framework, dialogue, edition)
    for one in dialogue.minutes:
        kind = _kind("minutes", dialogue, edition)
        address = f"{base}referater/{one.slug}/"
        yield _running(address, one.facts.title, kind, one.prose, *_meeting(one, edition))


def _running(address: str, title: str, kind: str, prose: Prose, *more: str) -> Text:
    body = plain(prose.html)
    return Text(address, title, kind, _opening([prose]), _headings(prose), (body, *more))


def _framework(address: str, framework: Framework, dialogue: Dialogue, edition: Edition) -> Text:
    told = [framework.introduction]
    for theme in framework.themes:
        told += [theme.lead, *(question.prose for question in theme.questions)]
    return Text(
        address=address,
        title=framework.facts.title,
        kind=_kind("question framework", dialogue, edition),
        opening=_opening(told),
        headings=(
            *_headings(framework.introduction),
            *(theme.title for theme in framework.themes),
        ),
        body=tuple(plain(prose.html) for prose in told),
    )


def _facts(dialogue: Dialogue, edition: Edition) -> Iterator[str]:
    """Yield what the facts say in an editor's words: names, titles, places and reasons."""
    facts = dialogue.facts
    authority = edition.data.authorities[facts.authority]
    told = [facts.unit or authority.unit, facts.case_number, facts.target_group]
    told += [lot.title for lot in facts.lots]
    told += [f"{cpv.code} {cpv.label}" for cpv in facts.cpv]
    told += [text for one in facts.meetings for text in (one.title, one.place)]
    told += [one.facts.title for one in dialogue.attachments]
    told += [notice.title for notice in facts.notices]
    told += [facts.answering.subject, facts.answering.mailbox]
    told += [facts.cancelled.reason] if facts.cancelled else []
    told += [text for one in facts.withdrawn for text in (one.title, one.reason)]
    if own := facts.contact:
        told += [own.unit, own.mailbox, own.phone, own.address]
    told += [text for change in facts.changes for text in _change(change, edition)]
    yield from filter(None, told)


def _change(change: Change, edition: Edition) -> tuple[str, ...]:
    old, new = (edition.told(change.field, text) for text in (change.old, change.new))
    return old, new, change.reason


def _meeting(minutes: Minutes, edition: Edition) -> Iterator[str]:
    yield danish.period(minutes.facts.held)
    yield edition.say("meeting_form", minutes.facts.form)
    yield from (one.role for one in minutes.facts.participants)


def _kind(kind: str, dialogue: Dialogue, edition: Edition) -> str:
    return f"{edition.say('document_kind', kind)} · {dialogue.facts.title}"


def _authority(dialogue: Dialogue, edition: Edition) -> str:
    return edition.data.authorities[dialogue.facts.authority].name


def _headings(prose: Prose) -> tuple[str, ...]:
    return tuple(plain(heading.text) for heading in prose.headings)


def _opening(texts: Iterable[Prose]) -> str:
    """Return the first letters of running text, without the headings between."""
    html = _HEADING.sub(" ", " ".join(prose.html for prose in texts))
    return shorten(plain(html)[: 2 * OPENING], OPENING, placeholder=" …")
