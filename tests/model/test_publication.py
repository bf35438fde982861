from datetime import date, datetime
from pathlib import PurePosixPath

import pytest

from markedsdialog.model.dialogue import (
    Attachment,
    Briefing,
    Cancellation,
    Change,
    Contract,
    Dialogue,
    DialogueFacts,
    HandedOut,
    Notice,
)
from markedsdialog.model.framework import Framework, Question, Theme
from markedsdialog.model.minutes import Minutes, MinutesFacts
from markedsdialog.model.prose import Prose, TextFacts
from markedsdialog.model.publication import (
    as_published,
    is_archived,
    is_dated,
    is_published,
    status,
    updated,
)
from markedsdialog.model.time import parse_hour
from markedsdialog.model.vocabulary import Status

PUBLISHED = "2026-01-10"
BRIEFING_OUT = "2026-01-15"
FRAMEWORK_OUT = "2026-02-01"
DEADLINE = "2026-03-01 12:00"
CHANGED = "2026-02-15 09:00"
MINUTES_OUT = "2026-04-01"
LATE_FILE = "2026-04-10"
NOTICE_OUT = "2026-09-01"


def facts(**changed: object) -> DialogueFacts:
    told: dict[str, object] = {
        "title": "Madservice",
        "lead": "Kort",
        "authority": "forvaltning",
        "expected_value": "not stated",
        "procedure": "open",
        "published": PUBLISHED,
        "response_deadline": DEADLINE,
        "tender_notice_expected": "2026-Q3",
        "documents": [
            {"file": f"bilag/{day}.pdf", "title": "Fil", "kind": "attachment", "date": day}
            for day in (PUBLISHED, LATE_FILE)
        ],
        "changes": [
            {
                "time": CHANGED,
                "field": "response deadline",
                "old": "2026-02-20 12:00",
                "new": DEADLINE,
                "reason": "Flere spørgsmål",
            }
        ],
        "notices": [
            {
                "kind": "contract notice",
                "title": "Udbud",
                "url": "https://a.example/1",
                "date": NOTICE_OUT,
            }
        ],
    }
    return DialogueFacts.model_validate(told | changed)


def minutes(day: str) -> Minutes:
    told = {
        "title": "Referat",
        "held": "2026-03-10",
        "form": "online",
        "published": day,
        "participants": [],
    }
    return Minutes(day, MinutesFacts.model_validate(told), Prose())


def text_facts(day: str | None) -> TextFacts:
    return TextFacts.model_validate({"title": "Tekst", "published": day} if day else {"title": "T"})


def dialogue(**changed: object) -> Dialogue:
    told = facts(**changed)
    return Dialogue(
        slug="madservice",
        facts=told,
        introduction=Prose(),
        briefing=Briefing(text_facts(BRIEFING_OUT), Prose()),
        framework=Framework(
            text_facts(FRAMEWORK_OUT),
            Prose(),
            (Theme("a", 1, "A", Prose(), (Question("a-1", "1.1", Prose()),)),),
        ),
        minutes=(minutes(MINUTES_OUT),),
        attachments=tuple(
            HandedOut(one, PurePosixPath("x") / one.file, 1) for one in told.documents
        ),
    )


LIFE = [
    ("2026-01-10 00:00", Status.PLANNED),
    ("2026-01-31 23:59", Status.PLANNED),
    ("2026-02-01 00:00", Status.OPEN),
    ("2026-03-01 11:59", Status.OPEN),
    ("2026-03-01 12:00", Status.ANSWERS_READ),
    ("2026-03-01 12:01", Status.ANSWERS_READ),
    ("2026-03-31 23:59", Status.ANSWERS_READ),
    ("2026-04-01 00:00", Status.MINUTES_PUBLISHED),
    ("2026-08-31 23:59", Status.MINUTES_PUBLISHED),
    ("2026-09-01 00:00", Status.TENDERED),
    ("2030-01-01 00:00", Status.TENDERED),
]


@pytest.mark.parametrize(("at", "expected"), LIFE)
def test_the_status_follows_a_dialogue_through_its_life(at: str, expected: Status) -> None:
    instant = parse_hour(at)
    assert status(as_published(dialogue(), instant), instant) is expected


CANCELLED = {"time": "2026-02-10 10:00", "reason": "Ingen bevilling"}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-02-10 09:59", Status.OPEN),
        ("2026-02-10 10:00", Status.CANCELLED),
        ("2026-09-01 00:00", Status.CANCELLED),
    ],
)
def test_a_cancelled_dialogue_is_so_from_that_minute_on(at: str, expected: Status) -> None:
    instant = parse_hour(at)
    assert status(as_published(dialogue(cancelled=CANCELLED), instant), instant) is expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2026-03-31 12:00", Status.OPEN), ("2026-04-01 00:00", Status.MINUTES_PUBLISHED)],
)
def test_without_a_deadline_a_framework_stays_open_until_minutes_come(
    at: str, expected: Status
) -> None:
    instant = parse_hour(at)
    without = dialogue(response_deadline="not stated", changes=[])
    assert status(as_published(without, instant), instant) is expected


def test_minutes_before_the_deadline_do_not_close_the_dialogue() -> None:
    instant = parse_hour("2026-04-02 12:00")
    still_open = dialogue(response_deadline="2026-05-01 12:00", changes=[])
    assert status(as_published(still_open, instant), instant) is Status.OPEN


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2026-01-09 23:59", False), ("2026-01-10 00:00", True), ("2027-01-01 00:00", True)],
)
def test_the_market_knows_of_a_dialogue_from_its_day_on(at: str, *, expected: bool) -> None:
    assert is_published(dialogue(), parse_hour(at)) is expected


@pytest.mark.parametrize(
    ("at", "expected"), [("2026-01-09 23:59", False), ("2026-01-10 00:00", True)]
)
def test_a_dialogue_without_a_day_appears_with_the_first_thing_that_has_one(
    at: str, *, expected: bool
) -> None:
    assert is_published(dialogue(published="not stated"), parse_hour(at)) is expected


@pytest.mark.parametrize("at", [f"{at} 12:00" for at in [
    PUBLISHED, BRIEFING_OUT, FRAMEWORK_OUT, "2026-02-15", MINUTES_OUT, LATE_FILE, NOTICE_OUT]]
    + ["2026-01-09 12:00", "2026-02-15 08:59", "2026-02-10 09:59"])  # fmt: skip
def test_nothing_dated_later_survives(at: str) -> None:
    instant = parse_hour(at)
    today = instant.date()
    shown = as_published(dialogue(cancelled=CANCELLED), instant)
    days = [one.date for one in (*shown.facts.documents, *shown.facts.notices)]
    days += [one.facts.date for one in shown.attachments]
    days += [one.facts.published for one in shown.minutes]
    texts = [text.facts.published for text in (shown.briefing, shown.framework) if text]
    assert all(day <= today for day in [*days, *filter(None, texts)])
    hours = [change.time for change in shown.facts.changes]
    hours += [shown.facts.cancelled.time] if shown.facts.cancelled else []
    assert all(hour <= instant for hour in hours)


def test_all_is_there_when_its_day_has_come_and_nothing_is_before_the_first() -> None:
    whole = dialogue(cancelled=CANCELLED)
    assert as_published(whole, parse_hour("2026-09-01 00:00")) == whole
    nothing = as_published(whole, parse_hour("2026-01-09 23:59"))
    assert (nothing.briefing, nothing.framework, nothing.minutes, nothing.attachments) == (
        None,
        None,
        (),
        (),
    )
    told = nothing.facts
    assert (told.documents, told.notices, told.changes, told.cancelled) == ((), (), (), None)


@pytest.mark.parametrize(
    ("at", "start", "expected"),
    [
        ("2026-04-02 12:00", "not stated", False),
        ("2026-08-31 23:59", "2026-09-01", False),
        ("2026-08-31 23:59", "2026-Q3", True),
        ("2026-08-31 23:59", "2027", False),
        ("2026-09-01 00:00", "2027", True),
    ],
)
def test_a_dialogue_is_history_when_it_is_tendered_or_its_contract_begins(
    at: str, start: str, *, expected: bool
) -> None:
    instant = parse_hour(at)
    contract = Contract.model_validate({"start": start})
    assert is_archived(as_published(dialogue(contract=contract), instant), instant) is expected


def test_a_cancelled_dialogue_is_history() -> None:
    instant = parse_hour("2026-02-10 10:00")
    assert is_archived(as_published(dialogue(cancelled=CANCELLED), instant), instant)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-01-10 12:00", "2026-01-10 00:00"),
        ("2026-01-20 12:00", "2026-01-15 00:00"),
        ("2026-02-14 12:00", "2026-02-10 10:00"),
        ("2026-02-15 08:59", "2026-02-10 10:00"),
        ("2026-02-15 09:00", "2026-02-15 09:00"),
        ("2026-04-05 12:00", "2026-04-01 00:00"),
        ("2026-04-10 12:00", "2026-04-10 00:00"),
        ("2026-12-31 12:00", "2026-09-01 00:00"),
    ],
)
def test_a_dialogue_was_updated_when_it_last_told_something(at: str, expected: str) -> None:
    shown = as_published(dialogue(cancelled=CANCELLED), parse_hour(at))
    assert updated(shown) == parse_hour(expected)


def test_a_published_dialogue_always_has_a_time_at_which_it_was_updated() -> None:
    undated = dialogue(published="not stated", changes=[])
    for at in (PUBLISHED, BRIEFING_OUT, NOTICE_OUT):
        instant = parse_hour(f"{at} 00:00")
        assert is_published(undated, instant)
        assert updated(as_published(undated, instant)) <= instant


def test_any_date_dates_a_dialogue_and_none_does_not() -> None:
    bare = Dialogue("a", facts(published="not stated", documents=[], notices=[]), Prose(), None,
                    None, (), ())  # fmt: skip
    assert not is_dated(bare)
    assert is_dated(dialogue(published="not stated"))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"question_deadline": "2026-03-01 12:01"}, "Must not lie before"),
        ({"lots": [{"number": "2"}]}, "numbered 1, 2, 3"),
        ({"lots": [{"number": "1"}, {"number": "1"}]}, "numbered 1, 2, 3"),
        ({"response_deadline": "2026-03-02 12:00"}, "newest change must end at the present"),
        ({"response_deadline": "not stated"}, "newest change must end at the present"),
        ({"meetings": [{"title": "M", "start": "2026-02-02 12:00", "end": "2026-02-02 12:00",
                        "online": "true"}]}, "later than the meeting's start"),
        ({"meetings": [{"title": "M", "start": "2026-02-02 12:00", "end": "2026-02-02 13:00"}]},
         "Must have a place"),
    ],
)  # fmt: skip
def test_facts_that_contradict_each_other_are_refused(changed: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        facts(**changed)


def document(name: str, **more: str) -> dict[str, str]:
    return {"file": name, "title": "T", "kind": "attachment", "date": PUBLISHED, **more}


def test_a_document_is_listed_once_and_replaces_a_listed_one() -> None:
    good = facts(
        documents=[document("bilag/a.pdf"), document("bilag/b.pdf", replaces="bilag/a.pdf")]
    )
    assert good.documents[1].replaces == good.documents[0].file
    for documents in (
        [document("bilag/a.pdf"), document("bilag/a.pdf")],
        [document("bilag/a.pdf", replaces="bilag/b.pdf")],
    ):
        with pytest.raises(ValueError, match="listed"):
            facts(documents=documents)


@pytest.mark.parametrize("old_first", [True, False])
def test_the_newest_change_counts_wherever_it_stands(*, old_first: bool) -> None:
    changes = [
        {"time": f"2026-02-{day} 09:00", "field": "response deadline", "old": "2026-02-20 12:00",
         "new": new, "reason": "y"}
        for day, new in (("10", "2026-02-25 12:00"), ("15", DEADLINE))
    ]  # fmt: skip
    told = facts(changes=changes if old_first else changes[::-1])
    assert told.response_deadline == parse_hour(DEADLINE)


@pytest.mark.parametrize("name", ["old", "new"])
def test_a_changed_deadline_is_told_as_an_hour(name: str) -> None:
    change = {
        "time": CHANGED,
        "field": "response deadline",
        "old": "2026-02-20 12:00",
        "new": DEADLINE,
        "reason": "x",
        name: "fredag middag",
    }
    with pytest.raises(ValueError, match="Must be a date with an hour"):
        facts(changes=[change])


def test_a_change_may_take_the_deadline_away() -> None:
    change = {
        "time": CHANGED,
        "field": "response deadline",
        "old": DEADLINE,
        "new": "not stated",
        "reason": "Udbuddet er udskudt",
    }
    assert facts(response_deadline="not stated", changes=[change]).response_deadline is None


def test_a_fact_of_each_kind_is_frozen() -> None:
    told = facts()
    kinds = (told, told.documents[0], told.changes[0], told.notices[0])
    assert [type(kind) for kind in kinds] == [DialogueFacts, Attachment, Change, Notice]
    for kind in (*kinds, Cancellation.model_validate(CANCELLED)):
        name = next(iter(type(kind).model_fields))
        with pytest.raises(ValueError, match="frozen"):
            setattr(kind, name, None)


def test_the_day_of_a_document_is_a_date() -> None:
    assert facts().documents[0].date == date(2026, 1, 10)
    assert isinstance(facts().changes[0].time, datetime)
