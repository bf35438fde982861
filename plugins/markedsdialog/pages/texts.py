"""A briefing and a question framework -> the views of their pages."""

from dataclasses import dataclass

from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Briefing, Dialogue
from markedsdialog.model.framework import Framework, Theme
from markedsdialog.model.minutes import Minutes
from markedsdialog.pages.minutes import MinutesLink, minutes_links
from markedsdialog.pages.taking_part import TakingPart, taking_part

SECTION = 2
"""The level of the headings that the table of contents lists."""


@dataclass(frozen=True, slots=True)
class BriefingView:
    """The briefing's page."""

    html: str
    contents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme of the framework, with the minutes that speak of it."""

    theme: Theme
    heading: str
    minutes: tuple[MinutesLink, ...]


@dataclass(frozen=True, slots=True)
class FrameworkView:
    """The question framework's page."""

    introduction: str
    contents: tuple[tuple[str, str], ...]
    themes: tuple[ThemeView, ...]
    count: str
    taking_part: TakingPart


def briefing_view(briefing: Briefing) -> BriefingView:
    """Return the view of a dialogue's briefing."""
    contents = tuple((one.id, one.text) for one in briefing.prose.headings if one.level == SECTION)
    return BriefingView(briefing.prose.html, contents)


def framework_view(dialogue: Dialogue, framework: Framework, edition: Edition) -> FrameworkView:
    """Return the view of a dialogue's question framework."""
    links = tuple(zip(minutes_links(dialogue), dialogue.minutes, strict=True))
    themes = tuple(_theme(theme, links) for theme in framework.themes)
    return FrameworkView(
        introduction=framework.introduction.html,
        contents=tuple((one.theme.id, one.heading) for one in themes),
        themes=themes,
        count=edition.say("documents", "questions", count=framework.question_count),
        taking_part=taking_part(dialogue, edition),
    )


def _theme(theme: Theme, minutes: tuple[tuple[MinutesLink, Minutes], ...]) -> ThemeView:
    heading = f"{theme.number}. {theme.title}" if theme.number else theme.title
    spoken_of = tuple(link for link, one in minutes if theme.id in one.facts.themes)
    return ThemeView(theme, heading, spoken_of)
