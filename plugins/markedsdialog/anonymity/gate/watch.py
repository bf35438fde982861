"""What the gate watches for, made ready once for all files of a build."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import PurePath

from markedsdialog.anonymity.lexicon.lexicon import Lexicon
from markedsdialog.anonymity.recognise.needles import Search, initials, needles, search
from markedsdialog.anonymity.recognise.own import Own
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.terms import Terms

NOBODY = Own()
FOLDER = "dialoger"
"""The folder of all dialogues, in the content as on the site."""


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """names and initials of every register; words and own contact data that may stand.

    digest: changes when anything of this, or the program itself, does.
    dialogues: what is watched for in the minutes of those dialogues that have terms of their own.
    """

    names: Search
    initials: frozenset[str]
    lexicon: Lexicon
    terms: Terms
    own: Own
    digest: str
    dialogues: "Mapping[str, Watch]" = field(default_factory=dict)

    def within(self, path: PurePath) -> "Watch":
        """Return what to watch for in a file: below dialoger/SLUG/ the terms of SLUG count too.

        A path that climbs may lie in another folder than it says, and gets none of them.
        """
        slugs = [after for before, after in pairwise(path.parts) if before == FOLDER]
        if not slugs or ".." in path.parts:
            return self
        return self.dialogues.get(slugs[-1], self)

    def with_terms(self, dialogues: Mapping[str, Terms]) -> "Watch":
        """Return the same with further terms for single dialogues; each holds the site's too."""
        known = {slug: self._with(terms) for slug, terms in dialogues.items()}
        return replace(self, dialogues=known)

    def _with(self, known: Terms) -> "Watch":
        facts = "\n".join([self.digest, *sorted(known.phrases)])
        return replace(self, terms=known, digest=hashlib.sha256(facts.encode()).hexdigest())


def watch(
    registers: Sequence[Register],
    lexicon: Lexicon,
    terms: Terms | None = None,
    own: Own = NOBODY,
) -> Watch:
    """Return what to watch for; without registers all that needs none is still watched for."""
    known = terms or Terms()
    facts = [
        *sorted(register.model_dump_json() for register in registers),
        *sorted(known.phrases),
        repr([sorted(own.mailboxes), sorted(own.addresses), sorted(own.phones)]),
        lexicon.digest,
        _program(),
    ]
    return Watch(
        search(n for register in registers for n in needles(register, lexicon.is_ordinary)),
        frozenset().union(*(initials(register) for register in registers)),
        lexicon,
        known,
        own,
        hashlib.sha256("\n".join(facts).encode()).hexdigest(),
    )


@cache
def _program() -> str:
    """Return a digest of this room's own source, so that no verdict of another one is kept."""
    digest = hashlib.sha256()
    for source in _sources(resources.files("markedsdialog.anonymity")):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _sources(entry)
        elif entry.name.endswith((".py", ".txt")):
            found.append(entry)
    return found
