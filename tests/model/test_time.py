from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.model.time import (
    COPENHAGEN,
    Period,
    as_hour,
    day_in_copenhagen,
    parse_day,
    parse_hour,
    parse_period,
)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-12-15 12:00", "2026-12-15T11:00"),
        ("2026-06-15 12:00", "2026-06-15T10:00"),
        ("2026-01-01 00:00", "2025-12-31T23:00"),
        ("2024-02-29 23:59", "2024-02-29T22:59"),
        ("2026-03-29 01:59", "2026-03-29T00:59"),
        ("2026-03-29 03:00", "2026-03-29T01:00"),
        ("2026-10-25 01:59", "2026-10-24T23:59"),
        ("2026-10-25 03:00", "2026-10-25T02:00"),
    ],
)
def test_an_hour_is_an_instant_in_copenhagen(text: str, utc: str) -> None:
    instant = parse_hour(text)
    assert instant.tzinfo is COPENHAGEN
    assert instant.astimezone(UTC) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("utc", "written"),
    [
        ("2026-12-15T11:00:59", "2026-12-15 12:00"),
        ("2026-06-15T10:00:00", "2026-06-15 12:00"),
        ("2026-03-29T00:59:59", "2026-03-29 01:59"),
        ("2026-03-29T01:00:00", "2026-03-29 03:00"),
        ("2026-10-25T00:00:00", "2026-10-25 01:59"),
        ("2026-10-25T00:59:00", "2026-10-25 01:59"),
        ("2026-10-25T01:59:59", "2026-10-25 01:59"),
        ("2026-10-25T02:00:00", "2026-10-25 03:00"),
    ],
)
def test_an_instant_is_written_as_the_last_hour_that_a_file_can_name(
    utc: str, written: str
) -> None:
    instant = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert as_hour(instant) == written
    assert parse_hour(written) <= instant


@pytest.mark.parametrize("year", [1800, 2150])
def test_a_year_that_no_file_can_name_has_no_hour(year: int) -> None:
    with pytest.raises(ValueError, match="year"):
        as_hour(datetime(year, 1, 1, tzinfo=UTC))


NO_HOUR = "Must be a date with an hour"
NO_CALENDAR = "must exist in the calendar"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("2026-12-15", NO_HOUR),
        ("2026-12-15T12:00", NO_HOUR),
        ("2026-12-15 12", NO_HOUR),
        ("2026-12-15 12:00:00", NO_HOUR),
        ("2026-12-15  12:00", NO_HOUR),
        (" 2026-12-15 12:00", NO_HOUR),
        ("2026-12-15 12:00\n", NO_HOUR),
        ("2026-12-15 12:00+01:00", NO_HOUR),
        ("15-12-2026 12:00", NO_HOUR),
        ("0226-12-15 12:00", NO_HOUR),
        ("9999-12-31 23:59", NO_HOUR),
        ("٢٠٢٦-12-15 12:00", NO_HOUR),
        ("not stated", NO_HOUR),
        ("", NO_HOUR),
        (None, NO_HOUR),
        (["2026-12-15 12:00"], NO_HOUR),
        ("2026-02-29 12:00", NO_CALENDAR),
        ("2026-02-30 12:00", NO_CALENDAR),
        ("2026-13-01 12:00", NO_CALENDAR),
        ("2026-00-10 12:00", NO_CALENDAR),
        ("2026-12-15 24:00", NO_CALENDAR),
        ("2026-12-15 12:60", NO_CALENDAR),
    ],
)
def test_what_names_no_hour_is_refused(written: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_hour(written)


SPRING = ["2024-03-31", "2025-03-30", "2026-03-29", "2027-03-28", "2030-03-31"]
AUTUMN = ["2024-10-27", "2025-10-26", "2026-10-25", "2027-10-31", "2030-10-27"]


@pytest.mark.parametrize("minute", ["02:00", "02:30", "02:59"])
@pytest.mark.parametrize("day", SPRING)
def test_an_hour_that_summer_time_skips_does_not_exist(day: str, minute: str) -> None:
    with pytest.raises(ValueError, match="summer time skips"):
        parse_hour(f"{day} {minute}")


@pytest.mark.parametrize("minute", ["02:00", "02:30", "02:59"])
@pytest.mark.parametrize("day", AUTUMN)
def test_an_hour_that_winter_time_repeats_names_no_instant(day: str, minute: str) -> None:
    with pytest.raises(ValueError, match="winter time repeats"):
        parse_hour(f"{day} {minute}")


@pytest.mark.parametrize("year", [1980, 2000, 2026, 2027])
def test_each_hour_of_a_year_prints_back_the_same_or_is_refused(year: int) -> None:
    first = datetime(year, 1, 1)  # noqa: DTZ001 - a clock on the wall, without a zone
    hours = [f"{first + timedelta(hours=n):%Y-%m-%d %H:%M}" for n in range(365 * 24)]
    refused = []
    for hour in hours:
        try:
            instant = parse_hour(hour)
        except ValueError:
            refused.append(hour)
        else:
            there_and_back = instant.astimezone(UTC).astimezone(COPENHAGEN)
            assert f"{there_and_back:%Y-%m-%d %H:%M}" == hour
    assert len(refused) == 2


@pytest.mark.parametrize("text", ["2026-12-15", "2024-02-29", "2000-02-29", "1999-01-01"])
def test_a_day_prints_back_the_same(text: str) -> None:
    assert parse_day(text).isoformat() == text


@pytest.mark.parametrize(
    "written",
    ["2026-02-29", "1900-02-29", "2026-04-31", "2026-00-01", "2026-01-00", "2026-1-1", "20260101",
     "2026-12", "2026-W01-1", "0000-01-01", "2026-12-15 12:00", "i morgen", "", None, 20260101],
)  # fmt: skip
def test_what_names_no_day_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"Must be a date|must exist"):
        parse_day(written)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2027", "2027-01-01", "2027-12-31", "year"),
        ("2027-Q1", "2027-01-01", "2027-03-31", "quarter"),
        ("2027-Q4", "2027-10-01", "2027-12-31", "quarter"),
        ("2027-01", "2027-01-01", "2027-01-31", "month"),
        ("2027-02", "2027-02-01", "2027-02-28", "month"),
        ("2028-02", "2028-02-01", "2028-02-29", "month"),
        ("2027-12", "2027-12-01", "2027-12-31", "month"),
        ("2027-03-31", "2027-03-31", "2027-03-31", "day"),
        ("2027-01-01", "2027-01-01", "2027-01-01", "day"),
    ],
)
def test_a_period_is_as_exact_as_it_is_written(
    text: str, first: str, last: str, precision: str
) -> None:
    period = parse_period(text)
    assert period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert period.precision == precision


@pytest.mark.parametrize(
    "written",
    ["2027-00", "2027-13", "2027-3", "2027-Q0", "2027-Q5", "2027-q1", "2027-Q1-01", "2027-02-30",
     "2027-02-00", "2027-00-05", "2027-02-", "0027", "0000", "27", "٢٠٢٧", "2027-2028", "foråret",
     "", None, 2027],
)  # fmt: skip
def test_what_names_no_period_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"Must be a d|must exist"):
        parse_period(written)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_day_lies_in_its_month_its_quarter_and_its_year(day: date) -> None:
    quarter = (day.month + 2) // 3
    for text in (f"{day}", f"{day:%Y-%m}", f"{day.year}-Q{quarter}", f"{day.year}"):
        period = parse_period(text)
        assert period.first <= day <= period.last


@pytest.mark.parametrize(
    ("utc", "day"),
    [("2026-06-30T21:59", "2026-06-30"), ("2026-06-30T22:00", "2026-07-01"),
     ("2026-12-31T22:59", "2026-12-31"), ("2026-12-31T23:00", "2027-01-01")],
)  # fmt: skip
def test_the_day_is_the_one_that_a_clock_in_copenhagen_shows(utc: str, day: str) -> None:
    instant = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert day_in_copenhagen(instant) == date.fromisoformat(day)
