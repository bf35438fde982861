"""What must stay readable: a gate that alarms at everything is switched off."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markedsdialog.anonymity.extract import kinds
from markedsdialog.anonymity.gate import Watch
from markedsdialog.anonymity.gate.sight import matches, sight
from markedsdialog.anonymity.text.plain import plain

HERE = Path(__file__).parent / "clean"
MINUTES = (HERE / "minutes.txt").read_text("utf-8").splitlines()
SITE = (HERE / "site.txt").read_text("utf-8").splitlines()
NAMES = ("Torvald", "Brønsholtkvist", "Åkjærdal", "Yrsa", "Qvandtholm", "QVK", "Dadda")


def test_the_corpus_holds_at_least_100_texts() -> None:
    assert len(MINUTES) >= 100
    assert len(SITE) >= 20


@pytest.mark.parametrize("text", MINUTES)
def test_clean_minutes_leave_the_gate_open(text: str, watching: Watch) -> None:
    assert [m.rule for m in matches(plain(text), watching, deny=True)] == []


@pytest.mark.parametrize("text", SITE)
def test_clean_text_of_the_site_leaves_the_gate_open(text: str, watching: Watch) -> None:
    assert [m.rule for m in matches(plain(text), watching, deny=False)] == []


def _folded(name: str) -> str:
    return name.translate(str.maketrans({"ø": "oe", "å": "aa", "æ": "ae", "Å": "Aa"}))


def _bare(name: str) -> str:
    return name.translate(str.maketrans({"ø": "o", "å": "a", "æ": "a", "Å": "A"}))


FORMS = (
    lambda name: name,
    lambda name: name + "s",
    lambda name: name + "'s",
    lambda name: f"{name}-metoden",
    " ".join,
    ".".join,
    lambda name: f"{name[:2]}-\n{name[2:]}",
    lambda name: f"{name[:2]}\u00ad{name[2:]}",
    lambda name: f"{name[:2]}\u200b{name[2:]}",
    lambda name: f"{name[:1]}\u0301{name[1:]}",
    lambda name: name.replace("o", "\u043e").replace("a", "\u0430"),
    lambda name: name.upper(),
    _folded,
    _bare,
    "({})".format,
    lambda name: f"/{_folded(name).lower()}/",
)


@settings(deadline=None, max_examples=300)
@given(
    text=st.sampled_from([*MINUTES, *SITE]),
    name=st.sampled_from(NAMES),
    form=st.sampled_from(FORMS),
    at=st.integers(min_value=0, max_value=10_000),
)
def test_a_registered_name_in_any_form_at_any_word_boundary_closes_the_gate(
    text: str, name: str, form: object, at: int, watching: Watch
) -> None:
    words = text.split(" ")
    place = at % (len(words) + 1)
    written = form(name)  # type: ignore[operator]
    leaking = " ".join([*words[:place], written, *words[place:]])
    assert any(
        m.rule.startswith("register/") for m in matches(plain(leaking), watching, deny=False)
    )


HTML_FORMS = (
    "<p>{0} {1} {2}</p>",
    "<p>{0}</p><!-- {1} --><p>{2}</p>",
    "<p title='{1}'>{0} {2}</p>",
    "<p>{0} <a href='/x/{1}'>her</a> {2}</p>",
    "<p>{0} <b>{1}</b> {2}</p>",
)


@settings(deadline=None, max_examples=100)
@given(
    text=st.sampled_from(SITE),
    name=st.sampled_from(NAMES),
    page=st.sampled_from(HTML_FORMS),
    escape=st.booleans(),
    at=st.integers(min_value=0, max_value=10_000),
)
def test_a_registered_name_anywhere_in_a_page_closes_the_gate(
    text: str, name: str, page: str, at: int, watching: Watch, *, escape: bool
) -> None:
    words = text.split(" ")
    place = at % (len(words) + 1)
    written = "".join(f"&#{ord(letter)};" for letter in name) if escape else name
    html = page.format(" ".join(words[:place]), written, " ".join(words[place:]))
    found = {
        s.rule
        for p in kinds.read("a.html", html.encode()).passages
        for s in sight(p, watching, deny=False)
    }
    assert any(rule.startswith("register/") for rule in found)


LETTERS = st.text(alphabet="abcdefghijklmnoprstuvxyzæøå", min_size=3, max_size=12)


@settings(deadline=None, max_examples=300)
@given(
    text=st.sampled_from(MINUTES),
    letters=LETTERS,
    ending=st.sampled_from(("", "sen", "by", "qvist", "a", "zy")),
    shout=st.booleans(),
    at=st.integers(min_value=0, max_value=10_000),
)
def test_a_capitalised_word_that_no_list_knows_closes_the_gate_on_minutes(
    text: str, letters: str, ending: str, at: int, watching: Watch, *, shout: bool
) -> None:
    word = (letters + ending).capitalize()
    if watching.lexicon.is_ordinary(word) or watching.terms.pattern.fullmatch(word.upper()):
        word = f"Xq{word.lower()}"
    written = word.upper() if shout else word
    words = text.split(" ")
    place = at % (len(words) + 1)
    leaking = " ".join([*words[:place], written, *words[place:]])
    assert matches(plain(leaking), watching, deny=True)


@pytest.mark.parametrize(
    "text",
    [
        "Mødet var i Skov og varede længe.",
        "Vi talte med Bo om prisen.",
        "Per sagde, at prisen er høj.",
        "Referent: Storm",
        "Mødet blev ledt af Lykke.",
        "Vi takker h. Frandsen.",
        "vi talte med birthe om prisen",
        "Kontakt: ABK",
        "Aftalen med Settlement blev ophævet.",
        "Besøg i Borup er planlagt.",
        "Notat af J. i går",
        "PER HANSEN",
        "De mødte McDenning og LinkedIn.",
    ],
)
def test_a_name_nobody_answered_for_closes_the_gate_on_minutes(text: str, watching: Watch) -> None:
    assert matches(plain(text), watching, deny=True)
