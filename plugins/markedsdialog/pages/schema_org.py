"""A page -> its description for search engines: schema.org in JSON-LD."""

import json

from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.publication import updated
from markedsdialog.pages.crumb import Crumb

Description = dict[str, object]

_SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""Signs that could end the script element in which the description stands."""


def describe(
    title: str,
    lead: str,
    address: str,
    trail: tuple[Crumb, ...],
    dialogue: Dialogue | None,
    edition: Edition,
) -> str:
    """Return the text of the script element; it cannot close the element that holds it."""
    page: Description = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": title,
        "description": lead,
        "url": edition.absolute(address),
        "inLanguage": "da",
        "publisher": {"@type": "GovernmentOrganization", "name": edition.data.site.municipality},
        **_breadcrumb(trail, edition),
        **(_of_dialogue(dialogue, address, edition) if dialogue else {}),
    }
    return json.dumps(page, ensure_ascii=False).translate(_SAFE)


def _breadcrumb(trail: tuple[Crumb, ...], edition: Edition) -> Description:
    steps = [
        {
            "@type": "ListItem",
            "position": position,
            "name": crumb.title,
            "item": edition.absolute(crumb.address),
        }
        for position, crumb in enumerate(trail, start=1)
    ]
    return {"breadcrumb": {"@type": "BreadcrumbList", "itemListElement": steps}} if steps else {}


def _of_dialogue(dialogue: Dialogue, address: str, edition: Edition) -> Description:
    """Return when the page told something new and, on the landing page, the meetings."""
    here = edition.absolute(f"dialoger/{dialogue.slug}/")
    meetings = [
        {
            "@type": "BusinessEvent",
            "name": meeting.title,
            "startDate": meeting.start.isoformat(),
            "endDate": meeting.end.isoformat(),
            "location": {"@type": "Place", "name": meeting.place}
            if meeting.place
            else {"@type": "VirtualLocation", "url": here},
        }
        for meeting in dialogue.facts.meetings
    ]
    described: Description = {"dateModified": updated(dialogue).isoformat()}
    if meetings and edition.absolute(address) == here:
        described["about"] = meetings
    return described
