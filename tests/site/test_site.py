from pathlib import Path

import pytest
from house.build import AUTHORITIES, SITE, line_of, write_data
from house.said import refused

from markedsdialog import site
from markedsdialog.model.statement import Compliance


def found(folder: Path) -> list[str]:
    findings = refused(lambda: site.read(folder))
    return [f"{one.path}:{one.line}: {one.rule}" for one in findings]


def test_the_files_become_values(tmp_path: Path) -> None:
    data = site.read(write_data(tmp_path))
    assert data.site.name == "Markedsdialoger"
    assert data.site.demonstration is None
    assert [entry.address for entry in data.site.menu] == ["dialoger/"]
    assert data.authorities["eksempelforvaltningen"].name == "Eksempelforvaltningen"
    assert data.words.say("status", "open") == "Åben for svar"
    assert data.statement.status is Compliance.PARTIAL
    assert data.statement.feedback.phone is None


URL_LINE = line_of(SITE, "url:")

FAULTY: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "missing": ({"site.yml": None}, ["data/site.yml:1: source/unreadable"]),
    "empty": ({"words.yml": ""}, ["data/words.yml:1: source/empty"]),
    "plain web": (
        {"site.yml": SITE.replace("https", "http")},
        [f"data/site.yml:{URL_LINE}: facts/value"],
    ),
    "unknown key": ({"site.yml": f"{SITE}farve: x\n"}, ["data/site.yml:13: facts/unknown-key"]),
    "bad key": (
        {"authorities.yml": AUTHORITIES.replace("eksempelf", "Eksempel F")},
        ["data/authorities.yml:1: facts/value"],
    ),
    "empty word": (
        {"words.yml": "status:\n  open: ''\n"},
        ["data/words.yml:2: facts/value"],
    ),
    "all three at once": (
        {
            "site.yml": "name: x",
            "authorities.yml": f"{AUTHORITIES}  name: igen\n",
            "words.yml": "- a",
        },
        [
            "data/authorities.yml:4: yaml/duplicate-key",
            "data/site.yml:1: facts/missing",
            "data/words.yml:1: yaml/not-facts",
        ],
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_faults_are_told_by_file_line_and_rule(tmp_path: Path, name: str) -> None:
    files, expected = FAULTY[name]
    assert sorted(set(found(write_data(tmp_path, files)))) == expected


def test_the_line_of_demonstration_is_shown_until_it_is_removed(tmp_path: Path) -> None:
    data = site.read(write_data(tmp_path, {"site.yml": f"{SITE}demonstration: En prøve\n"}))
    assert data.site.demonstration == "En prøve"


def test_a_folder_that_is_not_there_is_told_once_a_file(tmp_path: Path) -> None:
    assert found(tmp_path) == [
        f"data/{name}.yml:1: source/unreadable"
        for name in ("accessibility", "authorities", "site", "words")
    ]
