"""Words that an editor gives with a command -> what speaks against keeping or showing them."""

from collections.abc import Iterator

from markedsdialog.anonymity.extract.passage import Passage
from markedsdialog.anonymity.gate.sight import matches, sight
from markedsdialog.anonymity.gate.watch import Watch
from markedsdialog.anonymity.rules import RULES
from markedsdialog.anonymity.text.plain import plain
from markedsdialog.findings import Finding

SHORTEST_ROLE = 2


def is_role(words: str, watch: Watch) -> bool:
    """Whether these words may say who decided: a role, in which nobody is named."""
    if len(words.strip()) < SHORTEST_ROLE or matches(plain(words), watch, deny=False):
        return False
    first, *others = words.split()
    lexicon = watch.lexicon
    return not lexicon.is_listed_name(first) and not any(
        word.istitle() and lexicon.is_listed_name(word) and not lexicon.is_ordinary(word)
        for word in others
    )


def publication_faults(
    words: str, watch: Watch, path: str, mend: str, *, deny: bool
) -> Iterator[Finding]:
    """Yield what the gate sees in words that are to be published, by rule and without the words.

    path: what findings call the words. deny: new words, in which every capital must be known,
    since nobody can approve them where they stand; others were published before.
    """
    for rule in sorted({one.rule for one in sight(Passage(words), watch, deny=deny)}):
        yield Finding(path, 1, rule, RULES[rule].must, mend)
