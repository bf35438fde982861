"""A dialogue's suppliers -> one letter each, drawn at random once and kept in private/.

Neither the alphabet nor the order of the meetings may tell who is who, and the same supplier has
the same letter in all minutes of a dialogue.
"""

import secrets
from collections.abc import Iterable, Mapping

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from markedsdialog.findings import Finding, Refused
from markedsdialog.source import yaml as facts

ALPHABET = "ABCDEFGHJKLMNPRSTUVZ"  # without letters that read as a word, a figure or an unknown


class Letters(BaseModel):
    """The key of one dialogue: supplier's id -> letter."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    letters: dict[str, str] = {}


def read_letters(text: str, shown: str) -> dict[str, str]:
    """Return the letters of a key; raises Refused when two suppliers share one.

    A finding never says which entry is wrong: the key's own words are suppliers.
    """
    values = facts.parse(text, shown).values
    try:
        letters = Letters.model_validate(values).letters
    except ValidationError:
        raise Refused([_fault(shown)]) from None
    if len(set(letters.values())) < len(letters) or not set(letters.values()) <= set(ALPHABET):
        raise Refused([_fault(shown)])
    return letters


def _fault(shown: str) -> Finding:
    must = "each supplier must have one letter of its own"
    return Finding(shown, 1, "letters/invalid", must, "Take back what was changed in this file")


def draw(suppliers: Iterable[str], known: Mapping[str, str]) -> dict[str, str]:
    """Return the known letters and a new one for each supplier that has none.

    Raises ValueError when more suppliers take part than there are letters.
    """
    letters = dict(known)
    for supplier in suppliers:
        if supplier not in letters:
            free = sorted(set(ALPHABET) - set(letters.values()))
            if not free:
                raise ValueError("a dialogue can have no more suppliers than there are letters")
            letters[supplier] = secrets.choice(free)
    return letters


def as_yaml(letters: Mapping[str, str]) -> str:
    """Return the text of a key's file."""
    return yaml.safe_dump({"letters": dict(letters)}, allow_unicode=True)
