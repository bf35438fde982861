"""What the dictionary calls ordinary, and what it must not."""

from pathlib import Path

import pytest

from markedsdialog.anonymity.lexicon import build, hunspell
from markedsdialog.anonymity.lexicon.lexicon import Lexicon, load
from markedsdialog.anonymity.terms import read_terms
from markedsdialog.findings import Refused

ORDINARY = [
    "forvaltningen", "kommunens", "indsatsen", "tilbudspakkerne", "fastholdelsesmentorforløb",
    "udbudsområde", "opjusteres", "virksomhedsrettede", "arbejdsfællesskaber", "raskmeldte",
]  # fmt: skip
NOT_ORDINARY = [
    "brodersen", "frandsen", "søndergaardskov", "torvaldsholm", "zyrkonia", "københavn",
    "a" * 200, "kommunesen", "skolegaard",
]  # fmt: skip


@pytest.mark.parametrize("word", ORDINARY)
def test_an_inflected_or_compound_word_is_ordinary(word: str, lexicon: Lexicon) -> None:
    assert lexicon.is_ordinary(word)
    assert lexicon.may_open_a_sentence(word.capitalize())


@pytest.mark.parametrize("word", NOT_ORDINARY)
def test_a_surname_is_no_compound_of_ordinary_words(word: str, lexicon: Lexicon) -> None:
    assert not lexicon.is_ordinary(word)


@pytest.mark.parametrize(
    "word", ["Bo", "Storm", "Lykke", "Skov", "Falk", "Sol", "Vår", "Nat", "My"]
)
def test_an_ordinary_word_that_is_a_name_may_not_open_a_sentence_unasked(
    word: str, lexicon: Lexicon
) -> None:
    assert not lexicon.may_open_a_sentence(word)


@pytest.mark.parametrize("word", ["Den", "Der", "De", "For", "Ift", "Find"])
def test_words_that_open_many_sentences_are_not_asked_about(word: str, lexicon: Lexicon) -> None:
    assert lexicon.may_open_a_sentence(word)


AFF = """SFX 1 Y 2
SFX 1 0 en/2 [^e]
SFX 1 0 n/2 e
SFX 2 Y 1
SFX 2 0 s .
"""


@pytest.mark.parametrize(
    ("line", "forms"),
    [
        ("hest/1", {"hest", "hesten", "hestens"}),
        ("pige/1", {"pige", "pigen", "pigens"}),
        ("fugtighed/1,6", set()),
        ("led/1,36", set()),
        ("stam/1,8", {"stamen", "stamens"}),
        ("og", {"og"}),
    ],
)
def test_suffixes_are_put_on_as_hunspell_does(line: str, forms: set[str]) -> None:
    (entry,) = hunspell.entries(f"1\n{line}\n")
    assert set(hunspell.forms(entry, hunspell.suffixes(AFF))) == forms


def test_a_lexicon_that_was_not_fetched_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make words"):
        load(tmp_path)
    with pytest.raises(FileNotFoundError, match="expected one"):
        build.build(tmp_path, tmp_path)


@pytest.mark.parametrize("term", ["Borup", "Per", "Frandsen", "Skov", "Torvald Hansen"])
def test_a_term_that_is_also_a_name_is_refused_and_not_repeated(
    term: str, lexicon: Lexicon
) -> None:
    with pytest.raises(Refused) as refused:
        read_terms(f"site:\n  - VIVE\n  - {term}\n", "terms.yml", lexicon)
    assert [finding.line for finding in refused.value.findings] == [3]
    assert term not in str(refused.value)


@pytest.mark.parametrize("term", ["VIVE", "Aalborg Kommune", "MitID", "Lov om aktiv indsats"])
def test_a_term_that_names_nobody_is_known(term: str, lexicon: Lexicon) -> None:
    assert read_terms(f"site: [{term}]", "terms.yml", lexicon).site == (term,)
