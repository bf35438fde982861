"""An invented register, and the lexicon that `make words` fetched."""

from pathlib import Path

import pytest
from anonymity.invented import REGISTER

from markedsdialog.anonymity.gate import Watch, watch
from markedsdialog.anonymity.lexicon.lexicon import Lexicon, load
from markedsdialog.anonymity.recognise.own import own
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.terms import read_terms, terms

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load(ROOT / ".cache/words")


@pytest.fixture(scope="session")
def register() -> Register:
    return REGISTER


@pytest.fixture(scope="session")
def watching(lexicon: Lexicon) -> Watch:
    """Watch with the site's own terms and the invented register."""
    known = read_terms((ROOT / "data/terms.yml").read_text("utf-8"), "terms.yml", lexicon)
    mine = own(("udbud@kommunen.example",), ("Rådhusgade 1, 9990 Stadby",), ("99 11 22 33",))
    return watch((REGISTER,), lexicon, terms(known.site), mine)
