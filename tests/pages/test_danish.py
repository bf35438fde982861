from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from markedsdialog import danish
from markedsdialog.model.time import COPENHAGEN, parse_hour, parse_period


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2023, 4, 17), "17. april 2023"),
        (date(2026, 1, 1), "1. januar 2026"),
        (date(2024, 2, 29), "29. februar 2024"),
        (date(2026, 12, 31), "31. december 2026"),
    ],
)
def test_a_day_is_written_out(value: date, expected: str) -> None:
    assert danish.day(value) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-12-15 12:00", "15. december 2026 kl. 12.00"),
        ("2026-07-01 00:00", "1. juli 2026 kl. 00.00"),
        ("2026-03-29 03:00", "29. marts 2026 kl. 03.00"),
        ("2026-10-25 09:05", "25. oktober 2026 kl. 09.05"),
    ],
)
def test_an_hour_has_its_day(written: str, expected: str) -> None:
    assert danish.hour(parse_hour(written)) == expected


@pytest.mark.parametrize(
    ("instant", "expected", "weekday"),
    [
        (datetime(2026, 1, 31, 23, 30, tzinfo=UTC), "1. februar 2026 kl. 00.30", "søndag"),
        (datetime(2026, 7, 1, 10, 0, tzinfo=UTC), "1. juli 2026 kl. 12.00", "onsdag"),
        (
            datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=9))),
            "30. juni 2026 kl. 17.30",
            "tirsdag",
        ),
    ],
)
def test_an_instant_of_another_zone_is_told_by_a_clock_in_copenhagen(
    instant: datetime, expected: str, weekday: str
) -> None:
    assert danish.hour(instant) == expected
    assert danish.weekday(instant) == weekday


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-12-03 10:00", "2026-12-03 12:00", "3. december 2026 kl. 10.00-12.00"),
        (
            "2026-12-03 10:00",
            "2026-12-04 12:00",
            "3. december 2026 kl. 10.00 - 4. december 2026 kl. 12.00",
        ),
        (
            "2026-12-31 23:00",
            "2027-01-01 01:00",
            "31. december 2026 kl. 23.00 - 1. januar 2027 kl. 01.00",
        ),
    ],
)
def test_a_span_names_the_day_once_where_it_is_one(start: str, end: str, expected: str) -> None:
    assert danish.span(parse_hour(start), parse_hour(end)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2027", "2027"),
        ("2027-Q1", "1. kvartal 2027"),
        ("2027-Q4", "4. kvartal 2027"),
        ("2023-03", "marts 2023"),
        ("2028-01-01", "1. januar 2028"),
    ],
)
def test_a_period_is_as_exact_as_it_was_written(written: str, expected: str) -> None:
    assert danish.period(parse_period(written)) == expected


@pytest.mark.parametrize(
    ("octets", "expected"),
    [
        (1, "1 kB"),
        (499, "1 kB"),
        (1_499, "1 kB"),
        (1_501, "2 kB"),
        (312_000, "312 kB"),
        (999_499, "999 kB"),
        (1_000_000, "1 MB"),
        (1_250_000, "1,2 MB"),
        (12_345_678, "12,3 MB"),
    ],
)
def test_a_size_is_told_in_a_unit_that_fits(octets: int, expected: str) -> None:
    assert danish.size(octets) == expected


@pytest.mark.parametrize("octets", [999_500, 999_999])
def test_almost_a_megabyte_is_not_a_thousand_kilobytes(octets: int) -> None:
    assert danish.size(octets) == "1 MB"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["dansk"], "dansk"),
        (["dansk", "engelsk"], "dansk og engelsk"),
        (["dansk", "engelsk", "svensk"], "dansk, engelsk og svensk"),
    ],
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], expected: str) -> None:
    assert danish.joined(parts) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        (45_000_000, "DKK", "45.000.000 kr."),
        (999, "DKK", "999 kr."),
        (1_000, "EUR", "1.000 €"),
    ],
)
def test_money_has_points_between_thousands(amount: int, currency: str, expected: str) -> None:
    assert danish.money(amount, currency) == expected


def test_the_zone_is_the_legal_time_of_denmark() -> None:
    assert str(COPENHAGEN) == "Europe/Copenhagen"
