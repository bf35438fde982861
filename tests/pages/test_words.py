"""Every phrase that a page needs is in the catalogue, and none there is needed by nobody."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from house.project import INSTANT, PELICAN, ROOT, build, files, make_project, replace, run

from markedsdialog.model.statement import Compliance, Method
from markedsdialog.model.vocabulary import (
    AnswersShown,
    ChangedField,
    DocumentKind,
    MeetingForm,
    MeetingPlace,
    NoticeKind,
    Procedure,
    Status,
)

CATALOGUE = ROOT / "data/words.yml"
LITERAL = re.compile(r"""\bsay\(\s*"([a-z_]+)",\s*"([a-z_]+)"(?!\s*~)""")
VOCABULARY = {
    "answers_shown": AnswersShown,
    "changed_field": ChangedField,
    "document_kind": DocumentKind,
    "meeting_form": MeetingForm,
    "meeting_place": MeetingPlace,
    "notice_kind": NoticeKind,
    "procedure": Procedure,
    "statement_method": Method,
    "statement_status": Compliance,
    "status": Status,
}
BEFORE_ALL = 1_600_000_000
"""September 2020: the house has told nothing yet."""
WHILE_OPEN = 1_795_521_600
"""24 November 2026: the example is open."""
AFTER_ALL = 1_830_000_000
"""December 2027: the example has told everything, and is cancelled."""


def catalogue() -> dict[str, dict[str, str]]:
    return yaml.safe_load(CATALOGUE.read_text("utf-8"))  # type: ignore[no-any-return]


def phrases() -> Iterator[tuple[str, str]]:
    for group, named in catalogue().items():
        for name in named:
            yield group, str(name)


def marked(folder: Path) -> Path:
    """Put the name of each phrase behind it, in a project's catalogue."""
    words = {
        group: {name: f"{text} [{group}.{name}]." for name, text in named.items()}
        for group, named in catalogue().items()
    }
    (folder / "data/words.yml").write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
    return folder


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return all that is said on sites that, together, say everything."""
    root = tmp_path_factory.mktemp("words")
    house = marked(make_project(root / "house"))
    early = marked(make_project(root / "early"))
    about = early / "content/sider/om.md"
    # A page may not link to a dialogue that is not told yet.
    about.write_text(about.read_text("utf-8").replace("../dialoger/madservice/dialog.md", "om.md"))
    replace(early / "data/accessibility.yml", "status: partial", "status: full")
    poor = marked(make_project(root / "poor"))
    replace(poor / "data/accessibility.yml", "status: partial", "status: none")
    real = marked(make_project(root / "real", ROOT))
    times = {
        house: (INSTANT,),
        early: (BEFORE_ALL,),
        poor: (INSTANT,),
        real: (WHILE_OPEN, AFTER_ALL),
    }
    sites = [files(build(folder, at=at)) for folder, instants in times.items() for at in instants]
    return "".join(data.decode("utf-8", "replace") for site in sites for data in site.values())


def test_no_phrase_is_unused(said: str) -> None:
    unused = [f"{group}.{name}" for group, name in phrases() if f"[{group}.{name}]" not in said]
    assert unused == []


def test_every_phrase_that_is_named_in_code_is_there() -> None:
    sources = [*(ROOT / "theme/templates").rglob("*.html"), *(ROOT / "plugins").rglob("*.py")]
    used = {match for file in sources for match in LITERAL.findall(file.read_text("utf-8"))}
    assert len(used) > 60
    assert used - set(phrases()) == set()


@pytest.mark.parametrize("group", VOCABULARY)
def test_each_value_of_a_closed_list_has_its_danish(group: str) -> None:
    assert set(catalogue()[group]) == {str(value) for value in VOCABULARY[group]}


@pytest.mark.parametrize("phrase", ["not_found: title", "news: change_summary"])
def test_a_phrase_that_is_missing_is_a_finding(phrase: str, project: Path) -> None:
    group, name = phrase.split(": ")
    words = catalogue()
    del words[group][name]
    (project / "data/words.yml").write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
    done = run(project, PELICAN, "content")
    assert done.returncode == 1
    assert done.stderr.startswith(f"data/words.yml:1: words/missing: `{phrase}` must be there")
