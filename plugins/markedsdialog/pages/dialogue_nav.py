"""A dialogue -> the links between its own pages, which each of them shows."""

from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.pages.crumb import Crumb
from markedsdialog.pages.minutes import minutes_links


def siblings(dialogue: Dialogue, edition: Edition) -> tuple[Crumb, ...]:
    """Return the dialogue's own pages, between which a reader moves; none for a lone page."""
    base = f"dialoger/{dialogue.slug}/"
    pages = [Crumb(edition.say("dialogue_nav", "overview"), base)]
    if dialogue.briefing:
        pages.append(Crumb(edition.say("dialogue_nav", "briefing"), f"{base}oplaeg/"))
    if dialogue.framework:
        pages.append(Crumb(edition.say("dialogue_nav", "framework"), f"{base}spoergeramme/"))
    pages += [Crumb(one.title, one.address) for one in minutes_links(dialogue)]
    return tuple(pages) if len(pages) > 1 else ()
