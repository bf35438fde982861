"""All dialogues and standing pages, in an edition -> every page of the site."""

from collections.abc import Iterable, Iterator, Sequence

from markedsdialog.edition import Edition
from markedsdialog.model import statement
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.prose import SourceLink
from markedsdialog.model.standing import StandingPage
from markedsdialog.pages.crumb import Crumb
from markedsdialog.pages.dialogue import overview
from markedsdialog.pages.lists import (
    all_lists,
    front_lists,
    narrow_list,
    search_lists,
    selections,
)
from markedsdialog.pages.minutes import minutes_view
from markedsdialog.pages.page import Page, front_crumb, make_page, unknown_address_page
from markedsdialog.pages.standing import standing_view
from markedsdialog.pages.statement import statement_view
from markedsdialog.pages.texts import briefing_view, framework_view


def compose(
    dialogues: Sequence[Dialogue], standing: Sequence[StandingPage], edition: Edition
) -> Iterator[Page]:
    """Yield every page; `dialogues` are those that the market may know of in this edition."""
    yield from _lists(dialogues, edition)
    for dialogue in dialogues:
        yield from dialogue_pages(dialogue, dialogues, edition)
    for page in standing:
        yield _standing_page(page, edition)
    yield _statement_page(edition)
    yield unknown_address_page(edition)


def _lists(dialogues: Sequence[Dialogue], edition: Edition) -> Iterator[Page]:
    yield make_page(
        edition,
        "",
        "front",
        title=edition.say("front", "title"),
        lead=edition.data.site.description,
        view=front_lists(dialogues, edition),
    )
    yield make_page(
        edition,
        "dialoger/",
        "list",
        title=edition.say("list", "all"),
        lead=edition.say("list", "all_lead"),
        view=all_lists(dialogues, edition),
        trail=(front_crumb(edition),),
    )
    for by in ("authority", "status"):
        for title, address, members in selections(dialogues, edition, by):
            yield make_page(
                edition,
                address,
                "list",
                title=edition.say("list", by, title=title),
                lead=edition.say("list", f"{by}_lead", title=title),
                view=narrow_list(members, edition),
                trail=_list_trail(edition),
            )
    yield make_page(
        edition,
        "soeg/",
        "search",
        title=edition.say("search", "title"),
        lead=edition.say("search", "lead"),
        view=search_lists(dialogues, edition),
        trail=(front_crumb(edition),),
    )


def _list_trail(edition: Edition) -> tuple[Crumb, ...]:
    return front_crumb(edition), Crumb(edition.say("list", "all"), "dialoger/")


def dialogue_pages(
    dialogue: Dialogue, dialogues: Sequence[Dialogue], edition: Edition
) -> Iterator[Page]:
    """Yield the landing page, the briefing, the question framework and the minutes."""
    base = f"dialoger/{dialogue.slug}/"
    related = tuple(one for one in dialogues if one.slug in dialogue.facts.related)
    yield make_page(
        edition,
        base,
        "dialogue",
        title=dialogue.facts.title,
        lead=dialogue.facts.lead,
        view=overview(dialogue, related, edition),
        trail=_list_trail(edition),
        dialogue=dialogue,
        links=dialogue.introduction.links,
    )
    for address, template, title, view, links in _texts(dialogue, edition):
        yield make_page(
            edition,
            base + address,
            template,
            title=title,
            lead=edition.say("page", f"{template}_lead", title=dialogue.facts.title),
            view=view,
            trail=(*_list_trail(edition), Crumb(dialogue.facts.title, base)),
            dialogue=dialogue,
            links=links,
        )


_Text = tuple[str, str, str, object, Iterable[SourceLink]]
"""The address below the dialogue, the template, the title, the view and the links of a text."""


def _texts(dialogue: Dialogue, edition: Edition) -> Iterator[_Text]:
    if briefing := dialogue.briefing:
        briefed = briefing_view(briefing)
        yield "oplaeg/", "briefing", briefing.facts.title, briefed, briefing.prose.links
    if framework := dialogue.framework:
        view = framework_view(dialogue, framework, edition)
        yield "spoergeramme/", "framework", framework.facts.title, view, framework.links
    for one in dialogue.minutes:
        view_of_meeting = minutes_view(one, dialogue, edition)
        address = f"referater/{one.slug}/"
        yield address, "minutes", one.facts.title, view_of_meeting, one.prose.links


def _statement_page(edition: Edition) -> Page:
    return make_page(
        edition,
        statement.ADDRESS,
        "statement",
        title=edition.say("statement", "title"),
        lead=edition.say("statement", "lead"),
        view=statement_view(edition),
        trail=(front_crumb(edition),),
    )


def _standing_page(page: StandingPage, edition: Edition) -> Page:
    return make_page(
        edition,
        f"{page.slug}/",
        "standing",
        title=page.facts.title,
        lead=page.facts.lead,
        view=standing_view(page),
        trail=(front_crumb(edition),),
        links=page.prose.links,
    )
