"""Cutting a text into stretches that are judged one by one, so that no number slips between two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.anonymity.extract import kinds
from markedsdialog.anonymity.gate.sight import matches
from markedsdialog.anonymity.gate.watch import Watch, watch
from markedsdialog.anonymity.lexicon.lexicon import from_words
from markedsdialog.anonymity.register.model import Register
from markedsdialog.anonymity.text.plain import plain
from markedsdialog.anonymity.text.stretches import stretches

BLOCKS = st.lists(st.text(alphabet="ab 1@(.\n", max_size=8), max_size=8)


@given(BLOCKS)
def test_every_character_but_blanks_is_in_one_stretch_at_its_place(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    covered = [False] * len(text)
    for start, stretch in stretches(text):
        assert text.startswith(stretch, start)
        for place in range(start, start + len(stretch)):
            assert not covered[place]
            covered[place] = True
    assert not any(seen is False and text[place].strip() for place, seen in enumerate(covered))


def test_blocks_of_words_are_cut() -> None:
    assert [stretch for _, stretch in stretches("Et møde\n\n\n\nEt svar")] == ["Et møde", "Et svar"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("150383\n\n1234", "contact/cpr"),
        ("+45 21\n\n43\n\n65\n\n87", "contact/phone"),
        ("vibe\n\n(at)\n\nqvandt.dk", "contact/e-mail"),
    ],
)
def test_what_is_written_over_several_cells_is_found(watching: Watch, text: str, rule: str) -> None:
    assert rule in {match.rule for match in matches(plain(text), watching, deny=False)}


def test_a_label_in_the_cell_before_a_number_still_tells_what_it_is(watching: Watch) -> None:
    assert matches(plain("CVR-nummer\n\n30 94 87 65"), watching, deny=False) == []


@pytest.mark.parametrize(
    ("number", "rules"),
    [(1503831234, ["contact/cpr"]), (999_999, []), (54321, ["register/number"])],
)
def test_a_number_in_json_is_read_however_small(number: int, rules: list[str]) -> None:
    register = Register(numbers=("54321",))
    lexicon = from_words(ordinary=["tal"], people=[])
    (passage,) = kinds.read("a.json", f'{{"tal": {number}}}'.encode()).passages
    found = matches(plain(passage.text), watch([register], lexicon), deny=False)
    assert [match.rule for match in found] == rules
