"""Allowances, remembered verdicts, seals and places of the gate."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from anonymity.invented import TODAY

from markedsdialog.anonymity.extract.passage import Passage
from markedsdialog.anonymity.gate import Allowance, Remembered, Watch, examine, sightings
from markedsdialog.anonymity.gate.allowances import read_allowances
from markedsdialog.anonymity.gate.sight import sight
from markedsdialog.anonymity.rules import RULES
from markedsdialog.anonymity.seal import Kept, as_yaml, beside, check, seal
from markedsdialog.anonymity.terms import terms
from markedsdialog.findings import Finding, Refused


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "referater" / "a.md"
    path.parent.mkdir()
    path.write_text("# Referat\n\nMetoden hedder Zyrkonia i dag.\n", encoding="utf-8")
    return path


def _occurrence(path: Path, watching: Watch) -> str:
    (seen,) = sightings(path, watch=watching, remembered=Remembered())
    (sighting,) = seen.sightings
    assert sighting.line == 3
    return sighting.occurrence


def _allowance(at: str, **more: object) -> Allowance:
    facts = {
        "rule": "words/unknown", "occurrence": at, "reason": "en metode",
        "role": "fuldmægtig", "decided": date(2031, 5, 1), "path": "data/allowances.yml",
    }  # fmt: skip
    return Allowance.model_validate(facts | more)


def _judged(path: Path, watching: Watch, *allowances: Allowance) -> tuple[Finding, ...]:
    return examine(
        path, watch=watching, allowances=allowances, remembered=Remembered(), today=TODAY
    )


def test_an_allowance_lets_one_place_stand(minutes: Path, watching: Watch) -> None:
    assert [f.rule for f in _judged(minutes, watching)] == ["words/unknown"]
    assert _judged(minutes, watching, _allowance(_occurrence(minutes, watching))) == ()


def test_an_allowance_does_not_let_the_next_place_stand(minutes: Path, watching: Watch) -> None:
    allowed = _allowance(_occurrence(minutes, watching))
    minutes.write_text(
        "# Referat\n\nMetoden hedder Zyrkonia i dag.\n\nOgså Zyrkonia kom.\n", encoding="utf-8"
    )
    assert [f.line for f in _judged(minutes, watching, allowed)] == [5]


def test_an_allowance_holds_for_the_page_made_from_the_minutes(
    minutes: Path, watching: Watch
) -> None:
    allowed = _allowance(_occurrence(minutes, watching))
    page = minutes.with_suffix(".html")
    page.write_text("<h1>Referat</h1><p>Metoden <em>hedder</em> Zyrkonia\ni dag.</p>", "utf-8")
    assert _judged(page, watching, allowed) == ()


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"expires": date(2031, 5, 3)}, "allowance/expired"),
        ({"occurrence": "sha256:" + "0" * 64}, "allowance/unused"),
        ({"rule": "register/person"}, "allowance/refused"),
    ],
)
def test_an_allowance_that_does_not_hold_is_a_finding(
    more: dict[str, object], rule: str, minutes: Path, watching: Watch
) -> None:
    found = _judged(minutes, watching, _allowance(_occurrence(minutes, watching), **more))
    assert {f.rule for f in found} == {rule, "words/unknown"}


def test_an_allowance_holds_on_its_last_day(minutes: Path, watching: Watch) -> None:
    allowed = _allowance(_occurrence(minutes, watching), expires=TODAY)
    assert _judged(minutes, watching, allowed) == ()


@pytest.mark.parametrize("text", ["allowances: [{}]", "a: b", "allowances: [", "mailboxes: 5"])
def test_allowances_that_cannot_be_read_are_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_allowances(text, "data/allowances.yml")


def test_a_verdict_is_remembered_and_forgotten_with_the_file(
    minutes: Path, tmp_path: Path, watching: Watch
) -> None:
    memory = tmp_path / "gate.json"
    first = Remembered(memory)
    found = examine(minutes, watch=watching, allowances=(), remembered=first, today=TODAY)
    first.save()
    assert "Zyrkonia" not in memory.read_text("utf-8")
    again = Remembered(memory)
    assert found == examine(minutes, watch=watching, allowances=(), remembered=again, today=TODAY)
    minutes.write_text("# Referat\n\nIntet.\n", encoding="utf-8")
    assert examine(minutes, watch=watching, allowances=(), remembered=again, today=TODAY) == ()


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": 5}', '{"a": [[1]]}'])
def test_a_damaged_memory_is_forgotten(
    damage: str, minutes: Path, tmp_path: Path, watching: Watch
) -> None:
    memory = tmp_path / "gate.json"
    memory.write_text(damage, encoding="utf-8")
    assert examine(
        minutes, watch=watching, allowances=(), remembered=Remembered(memory), today=TODAY
    )


@pytest.mark.parametrize(
    ("file", "rules"),
    [
        ("dialoger/ny/referater/a.md", []),
        ("output/dialoger/ny/referater/a/index.html", []),
        ("dialoger/gammel/dialoger/ny/referater/a.md", []),
        ("dialoger/gammel/referater/a.md", ["words/unknown"]),
        ("dialoger/ny/../gammel/referater/a.md", ["words/unknown"]),
        ("dialoger/ny/dialoger/gammel/referater/a.md", ["words/unknown"]),
        ("ny/referater/a.md", ["words/unknown"]),
        ("dialoger/ny-2/referater/a.md", ["words/unknown"]),
        ("sider/ny/referater/a.md", ["words/unknown"]),
    ],
)
def test_the_terms_of_a_dialogue_count_in_its_own_minutes_alone(
    file: str, rules: list[str], tmp_path: Path, watching: Watch
) -> None:
    (tmp_path / "dialoger/ny").mkdir(parents=True)
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Vi bruger Zyrkonia og Borealis.", encoding="utf-8")
    own = {"ny": terms(["Zyrkonia", "Borealis"]), "gammel": terms(["Borealis"])}
    found = _judged(path, watching.with_terms(own))
    assert [f.rule for f in found][:1] == rules


def test_a_verdict_is_forgotten_with_the_terms_of_its_own_dialogue_alone(
    tmp_path: Path, watching: Watch
) -> None:
    for slug in ("ny", "gammel"):
        path = tmp_path / "dialoger" / slug / "referater/a.md"
        path.parent.mkdir(parents=True)
        path.write_text("Vi bruger Zyrkonia.", encoding="utf-8")
    verdicts = []
    for phrases in (["Zyrkonia"], ["Zyrkonia", "Berillia"]):
        remembered = Remembered(tmp_path / "gate.json")
        watch = watching.with_terms({"ny": terms(phrases)})
        sightings(tmp_path / "dialoger", watch=watch, remembered=remembered)
        remembered.save()
        verdicts.append(json.loads((tmp_path / "gate.json").read_text("utf-8")))
    assert [len(verdict) for verdict in verdicts] == [2, 2]
    assert len(verdicts[0].keys() & verdicts[1].keys()) == 1


def test_a_link_out_of_the_folder_closes_the_gate(tmp_path: Path, watching: Watch) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/hostname")
    assert [f.rule for f in _judged(tmp_path, watching)] == ["file/unknown-kind"]


KEPT = (Kept(rule="words/unknown", occurrence="sha256:" + "1" * 64, reason="en metode"),)


def _sealed(minutes: Path) -> None:
    made = seal(
        minutes.read_bytes(), approved=datetime(2031, 5, 4, tzinfo=UTC), by="chef", kept=KEPT
    )
    beside(minutes).write_text(as_yaml(made), encoding="utf-8")


def test_a_seal_holds_and_carries_what_was_kept(minutes: Path) -> None:
    _sealed(minutes)
    checked = check(minutes, "a.md")
    assert checked.findings == ()
    assert [one.occurrence for one in checked.allowances] == [KEPT[0].occurrence]


def test_unsealed_minutes_are_a_finding(minutes: Path) -> None:
    assert [f.rule for f in check(minutes, "a.md").findings] == ["seal/missing"]


def test_every_changed_byte_breaks_the_seal(minutes: Path) -> None:
    _sealed(minutes)
    whole = minutes.read_bytes()
    for place in range(len(whole)):
        minutes.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert [f.rule for f in check(minutes, "a.md").findings] == ["seal/broken"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("en metode", "en anden", "seal/broken"),
        ("1111", "2222", "seal/broken"),
        ("by: chef", "by: leder", "seal/broken"),
        ("2031-05-04", "2031-05-05", "seal/broken"),
        ("by: chef", "by: [", "seal/unreadable"),
        ("by: chef", "who: chef", "seal/unreadable"),
    ],
)
def test_a_changed_decision_breaks_the_seal(old: str, new: str, rule: str, minutes: Path) -> None:
    _sealed(minutes)
    text = beside(minutes).read_text("utf-8")
    assert old in text
    beside(minutes).write_text(text.replace(old, new), encoding="utf-8")
    checked = check(minutes, "a.md")
    assert [f.rule for f in checked.findings] == [rule]
    assert checked.allowances == ()


@pytest.mark.parametrize("digest", ["6f65395095", "50450595ad", "c74434869d", "74964614aa"])
@pytest.mark.parametrize("around", ["soeg/{}/ord-0", "theme/style.{}.css", '{{"folder":"{}"}}'])
def test_a_digest_that_looks_like_a_telephone_number_is_none(
    around: str, digest: str, watching: Watch
) -> None:
    assert list(sight(Passage(around.format(digest)), watching, deny=False)) == []


@pytest.mark.parametrize("text", ["65395095", "6539 5095", "f65395095", "tlf65395095"])
def test_what_is_no_digest_is_judged_as_a_number(text: str, watching: Watch) -> None:
    found = [one.rule for one in sight(Passage(text), watching, deny=False)]
    assert found == ["contact/phone"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [("A " * 50_000, "words/unknown"), ("vej 1 " * 20_000, "contact/address")],
)
def test_more_than_a_human_can_decide_is_refused_as_a_whole(
    text: str, rule: str, watching: Watch
) -> None:
    found = list(sight(Passage(text), watching, deny=True))
    assert {one.rule for one in found} == {rule, "text/too-much"}
    assert not [one for one in found if one.rule == "text/too-much" and one.occurrence]
    assert not RULES["text/too-much"].approvable
