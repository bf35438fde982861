"""News -> an Atom feed (RFC 4287), as bytes."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from io import StringIO

from feedgenerator import Atom1Feed

from markedsdialog.edition import Edition
from markedsdialog.feeds.news import News, news
from markedsdialog.model.dialogue import Dialogue

MOST_ENTRIES = 100
"""Of the site's own feed; a dialogue's feed tells all of its news."""


class _Feed(Atom1Feed):  # type: ignore[misc]  # the library ships no types
    """A feed whose time is that of its news, and of the edition while there are none."""

    edition_at: datetime

    def latest_post_date(self) -> datetime:
        return max((item["pubdate"] for item in self.items), default=self.edition_at)


def site_feed(dialogues: Sequence[Dialogue], edition: Edition) -> bytes:
    """Return the news of all dialogues."""
    told = [one for dialogue in dialogues for one in news(dialogue, edition)]
    latest = sorted(told, key=lambda one: (one.at, one.key), reverse=True)[:MOST_ENTRIES]
    return _feed(edition.data.site.title_suffix, "", latest, edition)


def dialogue_feed(dialogue: Dialogue, edition: Edition) -> bytes:
    """Return all news of one dialogue."""
    address = f"dialoger/{dialogue.slug}/"
    return _feed(dialogue.facts.title, address, news(dialogue, edition), edition)


def _feed(title: str, address: str, told: Sequence[News], edition: Edition) -> bytes:
    feed = _Feed(
        title=title,
        link=edition.absolute(address),
        feed_url=edition.absolute(f"{address}feed.atom"),
        description=edition.data.site.description,
        language="da",
        author_name=edition.data.site.municipality,
    )
    feed.edition_at = edition.at
    for one in told:
        feed.add_item(
            title=one.title,
            link=edition.absolute(one.address),
            unique_id=f"{edition.absolute(one.address)}#{one.key}",
            description=escape(one.summary),
            pubdate=one.at,
            updateddate=one.at,
        )
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue().encode()
