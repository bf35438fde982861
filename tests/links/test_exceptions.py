from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from markedsdialog.findings import Refused
from markedsdialog.links.audit import Exemptions, audit
from markedsdialog.links.external.check import Run
from markedsdialog.links.external.exceptions import read_exemptions
from markedsdialog.links.external.memory import Record, recall, remember
from markedsdialog.links.external.values import Limits, Verdict
from markedsdialog.links.judge import SiteJudge

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ENTRY = """- url: {url}
  reason: The server lets no program in
  owner: webredaktionen
  until: {until}
"""


def write(file: Path, url: str, until: str) -> Path:
    file.write_text(ENTRY.format(url=url, until=until))
    return file


def test_an_entry_has_an_address_a_reason_an_owner_and_an_end(tmp_path: Path) -> None:
    [entry] = read_exemptions(write(tmp_path / "e.yml", "https://eksempel.dk/*", "2026-12-31"))
    assert (entry.owner, entry.until, entry.line) == ("webredaktionen", date(2026, 12, 31), 1)
    assert entry.covers("https://eksempel.dk/side#x")
    assert not entry.covers("https://andet.dk/")


def test_no_file_is_no_exceptions(tmp_path: Path) -> None:
    assert read_exemptions(tmp_path / "e.yml") == ()


@pytest.mark.parametrize(
    "text",
    [
        "- url: https://eksempel.dk/",
        ENTRY.format(url="https://eksempel.dk/", until="snart"),
        ENTRY.format(url="https://eksempel.dk/", until="2026-12-31") + "  extra: 1",
        ENTRY.format(url='""', until="2026-12-31"),
        "url: x",
        "- x",
        "[",
    ],
)
def test_what_is_no_exception_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "e.yml"
    file.write_text(text)
    with pytest.raises(Refused) as refused:
        read_exemptions(file)
    assert [finding.line for finding in refused.value.findings] == [1]


@pytest.mark.parametrize(
    ("url", "until", "kinds"),
    [
        ("https://eksempel.dk/*", "2026-03-02", []),
        ("https://eksempel.dk/*", "2026-03-01", ["exception-expired"]),
        ("https://andet.dk/", "2026-12-31", ["external-unsure", "exception-unused"]),
    ],
)
def test_an_exception_silences_and_is_itself_judged(
    tmp_path: Path, url: str, until: str, kinds: list[str]
) -> None:
    (tmp_path / "a.html").write_text('\n<a href="https://eksempel.dk/side">x</a>')
    judge = SiteJudge(tmp_path)
    judge.judge()
    known = Record(
        verdict=Verdict.UNSURE,
        reason="the server answers 403",
        asked=NOW,
        ask_after=datetime(2026, 3, 3, tzinfo=UTC),
    )
    file = write(tmp_path / "e.yml", url, until)
    run = Run("post@kommune.example", NOW, Limits(run_time=-1))
    records = {"https://eksempel.dk/side": known}
    findings, outcome = audit(judge, run, records, Exemptions(read_exemptions(file), file))
    assert [finding.kind.name for finding in findings] == kinds
    assert outcome.asked == 0
    if "external-unsure" in kinds:
        assert (findings[0].places[0].page, findings[0].places[0].line) == ("a.html", 2)
        assert findings[0].detail == "the server answers 403"


def test_the_memory_is_read_as_it_was_written(tmp_path: Path) -> None:
    record = Record(
        verdict=Verdict.BROKEN, reason="x", failures=2, first_failed=NOW, asked=NOW, ask_after=NOW
    )
    file = tmp_path / "new" / "links.json"
    remember(file, {"https://blåbær.dk/": record})
    assert recall(file) == {"https://blåbær.dk/": record}
    assert recall(tmp_path / "none.json") == {}
