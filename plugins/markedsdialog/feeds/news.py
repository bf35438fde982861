"""A dialogue -> its news: what was published, changed, withdrawn and cancelled, and when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import starmap

from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Change, Dialogue, DialogueFacts
from markedsdialog.model.slug import slug
from markedsdialog.model.time import COPENHAGEN


@dataclass(frozen=True, slots=True)
class News:
    """One thing that became known: `key` tells it from the dialogue's other news, for ever."""

    at: datetime
    key: str
    title: str
    summary: str
    address: str


def news(dialogue: Dialogue, edition: Edition) -> tuple[News, ...]:
    """Return what a dialogue, as it is published, has told so far; the latest first."""
    told = _told_apart(_news(dialogue, edition))
    return tuple(sorted(told, key=lambda one: (one.at, one.key), reverse=True))


def _told_apart(told: Iterable[News]) -> Iterator[News]:
    """Give a number to keys that are alike, as of two notices of one kind on one day."""
    seen: Counter[str] = Counter()
    for one in told:
        seen[one.key] += 1
        yield replace(one, key=f"{one.key}-{seen[one.key]}") if seen[one.key] > 1 else one


def _news(dialogue: Dialogue, edition: Edition) -> Iterator[News]:
    facts, base = dialogue.facts, f"dialoger/{dialogue.slug}/"

    def item(at: datetime | date, key: str, what: str, summary: str, address: str = base) -> News:
        title = edition.say("news", what, title=facts.title)
        return News(_instant(at), key, title, summary, address)

    if facts.published:
        yield item(facts.published, "published", "published", facts.lead)
    for name, text in (("oplaeg", dialogue.briefing), ("spoergeramme", dialogue.framework)):
        if text and text.facts.published:
            yield item(text.facts.published, name, "document", text.facts.title, f"{base}{name}/")
    for change in facts.changes:
        key = f"change-{change.time:%Y-%m-%dT%H%M}-{slug(change.field)}"
        yield item(change.time, key, "change", _change(change, edition))
    for one in dialogue.minutes:
        address = f"{base}referater/{one.slug}/"
        yield item(one.facts.published, f"minutes-{one.slug}", "minutes", one.facts.title, address)
    for document in dialogue.attachments:
        key = f"document-{document.facts.file.name}"
        yield item(document.facts.date, key, "document", document.facts.title)
    for notice in facts.notices:
        yield item(notice.date, f"notice-{notice.date}-{slug(notice.kind)}", "notice", notice.title)
    yield from starmap(item, _withdrawals(facts))
    if facts.cancelled:
        yield item(facts.cancelled.time, "cancelled", "cancelled", facts.cancelled.reason)


def _withdrawals(facts: DialogueFacts) -> Iterator[tuple[datetime, str, str, str]]:
    for one in facts.withdrawn:
        key = f"withdrawn-{one.time:%Y-%m-%dT%H%M}"
        yield one.time, key, "withdrawn", f"{one.title}. {one.reason}"


def _instant(at: datetime | date) -> datetime:
    return (
        at if isinstance(at, datetime) else datetime(at.year, at.month, at.day, tzinfo=COPENHAGEN)
    )


def _change(change: Change, edition: Edition) -> str:
    return edition.say(
        "news",
        "change_summary",
        field=edition.say("changed_field", change.field),
        old=edition.told(change.field, change.old),
        new=edition.told(change.field, change.new),
        reason=change.reason,
    )
