"""The corpus of leaks: whatever file a name hides in, the gate is closed at the right place."""

from itertools import product
from pathlib import Path

import pytest
import yaml
from anonymity.invented import TODAY
from anonymity.leaks import files

from markedsdialog.anonymity.gate import Remembered, Watch, examine
from markedsdialog.findings import Finding

HERE = Path(__file__).parent / "leaks"
CARRIERS = yaml.safe_load((HERE / "carriers.yml").read_text("utf-8"))
PAYLOADS = yaml.safe_load((HERE / "payloads.yml").read_text("utf-8"))
CARRIED = list(product(CARRIERS, PAYLOADS))
MADE = [*files.office(), *files.pdfs(), *files.images(), *files.others()]


def _judged(path: Path, watching: Watch) -> tuple[Finding, ...]:
    return examine(path, watch=watching, allowances=(), remembered=Remembered(), today=TODAY)


def test_the_corpus_holds_at_least_150_cases() -> None:
    assert len(CARRIERS) >= 35
    assert len(MADE) >= 80
    assert len(CARRIED) + len(MADE) >= 150


@pytest.mark.parametrize(
    ("carrier", "payload"),
    CARRIED,
    ids=[f"{carrier['shows']}-{payload['text']}" for carrier, payload in CARRIED],
)
def test_what_hides_in_a_text_file_closes_the_gate(
    carrier: dict[str, str], payload: dict[str, str], tmp_path: Path, watching: Watch
) -> None:
    file = tmp_path / carrier["file"]
    file.write_text(carrier["text"].replace("«»", payload["text"]), encoding="utf-8")
    found = {
        (finding.line, finding.path.partition("!")[2])
        for finding in _judged(tmp_path, watching)
        if finding.rule == payload["rule"]
    }
    assert (carrier["line"], carrier["part"]) in found


@pytest.mark.parametrize("leak", MADE, ids=[leak.shows for leak in MADE])
def test_what_hides_in_a_made_file_closes_the_gate(
    leak: files.Leak, tmp_path: Path, watching: Watch
) -> None:
    (tmp_path / leak.file).write_bytes(leak.data)
    findings = _judged(tmp_path, watching)
    assert leak.rules <= {finding.rule for finding in findings}
    assert any(leak.part in finding.path.partition("!")[2] for finding in findings)


def test_no_finding_repeats_what_was_found(tmp_path: Path, watching: Watch) -> None:
    for leak in MADE:
        folder = tmp_path / leak.shows.replace(" ", "-")
        folder.mkdir()
        (folder / leak.file).write_bytes(leak.data)
    said = "\n".join(map(str, _judged(tmp_path, watching))).lower()
    assert said
    assert not [name for name in ("torvald", "brønsholt", "qvk", "qvandt") if name in said]


@pytest.mark.parametrize("kind", ["docx", "pdf", "png", "odt", "xlsx"])
def test_the_same_files_without_a_name_leave_it_open(
    kind: str, tmp_path: Path, watching: Watch
) -> None:
    made = {
        "docx": files.package(files.CLEAN_WORD),
        "pdf": files.finished(files.writer()),
        "png": files.png(Title="Kort over byen"),
        "odt": files.package({"mimetype": "a", "content.xml": "<text:p>Ren tekst</text:p>"}),
        "xlsx": files.package({"xl/sharedStrings.xml": "<sst><t>Ren tekst</t></sst>"}),
    }
    (tmp_path / f"bilag.{kind}").write_bytes(made[kind])
    assert _judged(tmp_path, watching) == ()
