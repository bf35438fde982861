"""data/terms.yml -> the capitalised terms that a site knows, as one pattern.

A term that could be somebody's name is refused: it would let that name through on every page.
Such a word is approved where it stands.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from markedsdialog.anonymity.lexicon.lexicon import Lexicon
from markedsdialog.anonymity.rules import RULES
from markedsdialog.findings import Finding, refuse_if_any
from markedsdialog.source import facts, yaml

_NOTHING = re.compile(r"(?!)")


class TermsFile(BaseModel):
    """site: terms of every page; dialogues: further terms, by the dialogue's slug."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    site: tuple[str, ...] = ()
    dialogues: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Terms:
    """What may stand capitalised. phrases: as given, for the digest of remembered verdicts."""

    phrases: frozenset[str] = frozenset()
    pattern: re.Pattern[str] = _NOTHING

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return start and end of every term in a text, in order."""
        return [match.span() for match in self.pattern.finditer(text)]


def terms(phrases: Iterable[str]) -> Terms:
    """Return the terms of these phrases, longest first."""
    known = frozenset(phrase.strip() for phrase in phrases if phrase.strip())
    if not known:
        return Terms()
    ordered = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    return Terms(known, re.compile(rf"(?<![^\W_])(?:{choices})(?:['’]?s)?(?![^\W\d_])"))


def read_terms(text: str, shown: str, lexicon: Lexicon) -> TermsFile:
    """Return the terms of a YAML text; raises Refused with a finding for each bad entry."""
    parsed = yaml.parse(text, shown)
    read = facts.validate(TermsFile, parsed, shown)
    rule = RULES["terms/name"]
    refuse_if_any(
        Finding(shown, parsed.line(where), "terms/name", rule.must, rule.mend)
        for where, phrase in yaml.leaves(parsed.values)
        if _names_somebody(phrase, lexicon)
    )
    return read


def _names_somebody(phrase: str, lexicon: Lexicon) -> bool:
    """Whether every word of a term is capitalised, and the first and the last are names."""
    words = re.findall(r"[^\W\d_]+", phrase)
    if not words or any(word.islower() for word in words):
        return False
    return all(
        lexicon.is_any_name(word) and not _is_acronym(word) for word in (words[0], words[-1])
    )


def _is_acronym(phrase: str) -> bool:
    """Whether the capitals are not those of a name, as in KL and MitID."""
    return not phrase[1:].islower()
