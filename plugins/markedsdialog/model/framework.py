"""What a question framework is: themes in order, each with a lead and its questions."""

from dataclasses import dataclass

from markedsdialog.model.prose import Prose, SourceLink, TextFacts


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `number` is derived ("1.2"), and is empty in an unnumbered theme."""

    id: str
    number: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; `number` is None for a closing theme, which carries a title alone."""

    id: str
    number: int | None
    title: str
    lead: Prose
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """A question framework, read from one file."""

    facts: TextFacts
    introduction: Prose
    themes: tuple[Theme, ...]

    @property
    def links(self) -> tuple[SourceLink, ...]:
        """Return the links of all its texts."""
        texts = [self.introduction]
        for theme in self.themes:
            texts += [theme.lead, *(question.prose for question in theme.questions)]
        return tuple(link for text in texts for link in text.links)

    @property
    def question_count(self) -> int:
        """Return the number of questions in all themes."""
        return sum(len(theme.questions) for theme in self.themes)
