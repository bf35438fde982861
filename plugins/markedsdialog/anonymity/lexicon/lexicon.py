"""A word -> ordinary, a name, or neither.

Names here are those of the name list, the capitalised entries of the dictionary, and our own
list of ordinary words that are also names (ordinary_names.txt).
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

import marisa_trie

from markedsdialog.anonymity.lexicon import build

_SURNAME_ENDINGS = (
    "sen", "son", "berg", "borg", "gaard", "gård", "feldt", "holm", "holt", "lund", "mark",
    "quist", "rup", "skov", "strup", "sted", "toft", "bæk", "bech", "dahl", "dal", "høj", "kær",
    "kjær", "lev", "bjerg", "vang", "wad", "ski", "vic", "oglu", "stein", "mann", "ström",
)  # fmt: skip
_UNMISTAKABLE = frozenset({"danmark", "europa", "norden"})  # listed, and yet nobody is meant
_SHORTEST_PART = 4
_SHORTEST_COMPOUND = 11
_LONGEST_COMPOUND = 50
_LINKS = ("", "s", "e", "es")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known of words.

    ordinary: inflected lower-case words of the dictionary.
    names: person:, place: and other: entries, in lower case.
    digest: changes when any table does, for verdicts that are remembered.
    """

    ordinary: marisa_trie.Trie
    names: marisa_trie.Trie
    digest: str
    own_names: frozenset[str] = field(default_factory=lambda: _table("ordinary_names.txt"))
    openers: frozenset[str] = field(default_factory=lambda: _table("openers.txt"))

    def is_ordinary(self, word: str) -> bool:
        """Whether the dictionary has this word, inflected or not, with a lower-case root."""
        lowered = word.lower()
        return lowered in self.ordinary or _is_compound(lowered, self.ordinary, self.names)

    def is_listed_name(self, word: str) -> bool:
        """Whether a person in Denmark is known to bear this name; its genitive counts too."""
        return any(self._is_name(form) for form in _base_forms(word.lower()))

    def is_place(self, word: str) -> bool:
        """Whether the dictionary has this capitalised word as a place."""
        return any(build.PLACE + form in self.names for form in _base_forms(word.lower()))

    def is_any_name(self, word: str) -> bool:
        """Whether the word is in any list of names, or has the shape of a surname."""
        if word.lower() in _UNMISTAKABLE:
            return False
        forms = _base_forms(word.lower())
        return self.is_listed_name(word) or (
            not self.is_ordinary(word)
            and any(
                build.OTHER + form in self.names or form.endswith(_SURNAME_ENDINGS)
                for form in forms
            )
        )

    def may_open_a_sentence(self, word: str) -> bool:
        """Whether a capital at the start of a sentence says nothing about this word."""
        lowered = word.lower()
        if lowered in self.openers:
            return True
        return self.is_ordinary(lowered) and not self.is_listed_name(lowered)

    def _is_name(self, lowered: str) -> bool:
        return lowered in self.own_names or build.PERSON + lowered in self.names


def load(folder: Path) -> Lexicon:
    """Map the tables of a folder; raises FileNotFoundError when `make words` was not run."""
    paths = [folder / build.ORDINARY, folder / build.NAMES]
    digest = hashlib.sha256()
    tries = []
    for path in paths:
        if not path.is_file():
            raise FileNotFoundError(f"{path} is missing: run make words")
        digest.update(path.read_bytes())
        tries.append(marisa_trie.Trie().mmap(str(path)))
    for table in ("ordinary_names.txt", "openers.txt"):
        digest.update("\n".join(sorted(_table(table))).encode())
    return Lexicon(tries[0], tries[1], digest.hexdigest())


def from_words(*, ordinary: Iterable[str], people: Iterable[str]) -> Lexicon:
    """Make a small lexicon of given words, for those who need no dictionary."""
    words = sorted(ordinary)
    names = sorted(build.PERSON + name.lower() for name in people)
    digest = hashlib.sha256(repr((words, names)).encode()).hexdigest()
    return Lexicon(marisa_trie.Trie(words), marisa_trie.Trie(names), digest)


def _base_forms(lowered: str) -> tuple[str, ...]:
    """Return the word and what it may be the genitive of."""
    for ending in ("'s", "’s", "s", "'", "’"):
        if lowered.endswith(ending) and len(lowered) > len(ending) + 1:
            return (lowered, lowered[: -len(ending)])
    return (lowered,)


def _is_compound(word: str, ordinary: marisa_trie.Trie, names: marisa_trie.Trie) -> bool:
    """Whether the word is made of two or three ordinary words, and nothing like a surname."""
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
        return False
    if word.removesuffix("s").endswith(_SURNAME_ENDINGS):
        return False
    for split in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        head, tail = word[:split], word[split:]
        if not _is_part(head, ordinary, names):
            continue
        if tail in ordinary or _is_compound(tail, ordinary, names):
            return True
    return False


def _is_part(head: str, ordinary: marisa_trie.Trie, names: marisa_trie.Trie) -> bool:
    if build.PERSON + head in names:
        return False
    return any(
        head.endswith(link) and head.removesuffix(link) in ordinary
        for link in _LINKS
        if len(head) - len(link) >= _SHORTEST_PART - 1
    )


def _table(name: str) -> frozenset[str]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return frozenset(word for line in lines for word in line)
