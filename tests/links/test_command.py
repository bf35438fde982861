import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from markedsdialog.__main__ import main

GOOD = '<!doctype html><title>x</title><a href="a.html">x</a>'
BAD = '<!doctype html><title>x</title>\n<a href="vaek.html">x</a>'
WARNED = '<!doctype html><title>x</title>\n<a href="javascript:x()">x</a>'


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


@pytest.mark.parametrize(("page", "code"), [(GOOD, 0), (WARNED, 0), (BAD, 3)])
def test_the_exit_code_is_three_when_something_is_broken(
    at_home: Path, page: str, code: int
) -> None:
    (at_home / "a.html").write_text(page)
    assert main(["links", str(at_home)]) == code


@pytest.mark.parametrize(
    "arguments",
    [
        ["links", "nothing-here"],
        ["links", "site", "--base", "eksempel.dk"],
        ["links", "site", "--external"],
        ["links", "site", "--external", "--contact", "x", "--exceptions", "bad.yml"],
    ],
)
def test_wrong_use_is_two_and_says_why(
    at_home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    (at_home.parent / "bad.yml").write_text("- url: x\n")
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith("markedsdialog links: ")


@pytest.mark.parametrize("arguments", [["links"], ["links", "site", "--format", "pdf"]])
def test_what_the_parser_refuses_is_two_as_well(at_home: Path, arguments: list[str]) -> None:
    assert at_home.is_dir()
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("form", ["text", "json", "junit", "sarif", "html"])
@pytest.mark.parametrize("page", [GOOD, BAD])
def test_a_summary_with_counts_is_always_printed(
    at_home: Path, capsys: pytest.CaptureFixture[str], form: str, page: str
) -> None:
    (at_home / "a.html").write_text(page)
    main(["links", str(at_home), "--format", form])
    printed = capsys.readouterr()
    broken = int(page is BAD)
    wanted = f"1 links in 1 files: {broken} broken, 0 warnings\n"
    assert (printed.out if form == "text" else printed.err).endswith(wanted)


def printed_report(at_home: Path, capsys: pytest.CaptureFixture[str], form: str) -> str:
    (at_home / "æ b.html").write_text(BAD)
    (at_home / "vaeg.html").write_text(WARNED)
    main(["links", str(at_home), "--format", form])
    return capsys.readouterr().out


def test_json_tells_everything_of_a_finding(
    at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = json.loads(printed_report(at_home, capsys, "json"))
    assert (report["broken"], report["warnings"]) == (1, 1)
    assert report["findings"][0] == {
        "kind": "missing-page",
        "severity": "broken",
        "page": "æ b.html",
        "line": 2,
        "link": "vaek.html",
        "where": "a[href]",
        "target": "/vaek.html",
        "source": None,
        "suggestion": "/vaeg.html",
        "detail": "",
        "count": 1,
        "places": [{"page": "æ b.html", "line": 2}],
    }


def test_junit_fails_for_what_is_broken_and_not_for_a_warning(
    at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = etree.fromstring(printed_report(at_home, capsys, "junit").encode())
    [suite] = root
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    failed = [
        case.get("file") for case in suite.iter("testcase") if case.find("failure") is not None
    ]
    assert failed == ["æ b.html"]


def test_sarif_names_a_rule_and_a_place_for_each_result(
    at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = json.loads(printed_report(at_home, capsys, "sarif"))
    [run] = whole["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert whole["version"] == "2.1.0"
    assert (
        {result["ruleId"] for result in run["results"]} == rules == {"missing-page", "script-link"}
    )
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "æ b.html"
    assert place["region"] == {"startLine": 2}


def test_the_page_for_editors_escapes_what_it_shows(
    at_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (at_home / "a.html").write_text('<a href="&lt;script&gt;x">x</a>')
    page = printed_report(at_home, capsys, "html")
    assert "<script" not in page
    assert "&lt;script&gt;x" in page
