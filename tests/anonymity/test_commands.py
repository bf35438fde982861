"""From raw minutes to a seal, as the editor does it, and whatever may go wrong on the way."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from markedsdialog.__main__ import main
from markedsdialog.anonymity.private import write

ROOT = Path(__file__).parents[2]
RAW = """Markedsdialog

Deltagere:\tDeltagere fra Arbejdsforvaltningen: <ul>• Dagny Skov, fuldmægtig• Yrsa Åkjærdal, fuldmægtig Deltagere fra QVK <ul>• Torvald Brønsholtkvist, falkonerkyndig• Anton Brønsholtkvist, chefkonsulent
Tidspunkt:\tD. 4. maj 2031, kl. 14.00-15.00
Sted:\tGlimmergade 5, 9999 Nordbyen

Sagsnummer
2031-0099887

Referat

Formål med mødet

Kommunen mødte QVK. Ifølge QVK's folk er QVK positive, og QVK-konsulenterne er klar. Torvald
sagde det, og Brønsholtkvists kollega var enig. Svar gives på 29 88 77 66 eller skriv til tb@qvk.example.

Målgruppe

- QVK anbefaler en fast pris, så der er

plads til alle.
- I Skov så man det i sag 2031-0099887-4.
"""  # noqa: E501 - raw minutes look like this
HIDDEN = (
    "torvald",
    "brønsholt",
    "qvk",
    "dagny",
    "åkjær",
    "glimmer",
    "0099887",
    "29 88",
    "falkoner",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a checkout with the site's own tables and nothing else."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/words").symlink_to(ROOT / ".cache/words")
    (tmp_path / "raw.txt").write_text(RAW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answer what a command asks."""

    def answer(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return answer


def _anonymise(project: Path, *more: str) -> int:
    return main(
        ["anonymise", str(project / "raw.txt"), "--dialogue", "ny", "--project", str(project),
         "--published", "2031-05-20", *more]
    )  # fmt: skip


def _minutes(project: Path) -> Path:
    (found,) = (project / "content/dialoger/ny/referater").glob("*.md")
    return found


def _approve(project: Path, by: str = "fuldmægtig") -> int:
    return main(["approve", str(_minutes(project)), "--by", by, "--project", str(project)])


def _gate(project: Path, path: str, *more: str) -> int:
    return main(["gate", str(project / path), "--project", str(project), *more])


def test_raw_minutes_become_a_draft_without_names(project: Path) -> None:
    assert _anonymise(project) == 0
    draft = _minutes(project)
    text = draft.read_text("utf-8").lower()
    assert not [name for name in HIDDEN if name in text + draft.name]
    letter = draft.stem[-1].upper()
    assert f"Leverandør {letter}'s folk er Leverandør {letter} positive" in draft.read_text("utf-8")
    assert f"Leverandør {letter}-konsulenterne" in draft.read_text("utf-8")
    assert "er plads til alle" in draft.read_text("utf-8")
    assert "held: 2031-05\n" in draft.read_text("utf-8")
    assert "place: at the supplier" in draft.read_text("utf-8")


def test_participants_become_roles_and_counts(project: Path) -> None:
    _anonymise(project)
    text = _minutes(project).read_text("utf-8")
    assert "- side: authority\n  role: fuldmægtig\n  count: 2\n" in text
    assert "- side: supplier\n  role: konsulent\n  count: 1\n" in text
    assert "- side: supplier\n  role: medarbejder\n  count: 1\n" in text


def test_the_editor_is_told_of_every_doubt(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _anonymise(project)
    said = capsys.readouterr().out
    assert "an adjective agreed with the supplier's name" in said
    assert "persons 2, 3 of the register share a surname" in said
    assert "the title of person 2 of the register is in no table" in said
    assert not [name for name in HIDDEN if name in said.lower()]


def test_register_key_and_replacements_are_private(project: Path) -> None:
    _anonymise(project)
    private = {path.name for path in (project / "private/ny").iterdir()}
    assert {"register.yml", "letters.yml"} < private
    written = [p for p in project.rglob("*") if p.is_file() and ".cache" not in p.parts]
    naming = [p for p in written if "Torvald" in p.read_text("utf-8", errors="replace")]
    assert {p.relative_to(project).parts[0] for p in naming} == {"private", "raw.txt"}
    assert (project / "private/ny/register.yml").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("slug", ["../ude", "a/b", "", ".", "..", ".skjult"])
def test_private_files_are_written_nowhere_else(project: Path, slug: str) -> None:
    before = sorted(project.rglob("*"))
    arguments = ["anonymise", str(project / "raw.txt"), "--project", str(project)]
    assert main([*arguments, "--dialogue", slug]) == 1
    assert sorted(project.rglob("*")) == before


def test_a_private_folder_that_leads_elsewhere_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (project / "private").symlink_to(tmp_path / "public")
    assert _anonymise(project) == 1
    assert not list((tmp_path / "public").rglob("*.yml"))


def test_the_same_supplier_keeps_its_letter_in_the_next_minutes(project: Path) -> None:
    _anonymise(project)
    first = _minutes(project)
    _anonymise(project)
    names = sorted(path.name for path in first.parent.glob("*.md"))
    assert names == sorted([first.name, f"{first.stem}-2.md"])


def test_approved_minutes_are_sealed_and_pass_the_gate(
    project: Path, answers: Callable[..., None]
) -> None:
    _anonymise(project)
    answers("ja")
    assert _approve(project) == 0
    assert _gate(project, "content") == 0


def test_a_no_leaves_the_minutes_unsealed(project: Path, answers: Callable[..., None]) -> None:
    _anonymise(project)
    answers("nej")
    assert _approve(project) == 1
    assert not list(project.rglob("*.seal.yml"))


def _add(project: Path, text: str) -> None:
    minutes = _minutes(project)
    minutes.write_text(minutes.read_text("utf-8") + text, encoding="utf-8")


def test_an_unknown_word_is_asked_about_and_kept_by_its_place(
    project: Path, answers: Callable[..., None]
) -> None:
    _anonymise(project)
    _add(project, "\nMetoden hedder Zyrkonia i dag.\n")
    assert _gate(project, "content") == 2
    answers("en metode, ingen person", "ja")
    assert _approve(project) == 0
    assert _gate(project, "content") == 0
    seal = next(project.rglob("*.seal.yml")).read_text("utf-8")
    assert "Zyrkonia" not in seal
    shutil.rmtree(project / "private")
    assert _gate(project, "content") == 0
    _add(project, "\nOgså Zyrkonia blev nævnt.\n")
    assert _gate(project, "content") == 2


@pytest.mark.parametrize(("slug", "asked"), [("ny", "ja"), ("gammel", "en metode")])
def test_the_editor_is_not_asked_about_the_terms_of_the_dialogue(
    slug: str, asked: str, project: Path, answers: Callable[..., None]
) -> None:
    _anonymise(project)
    _add(project, "\nMetoden hedder Zyrkonia i dag.\n")
    terms = project / "data/terms.yml"
    terms.write_text(f"{terms.read_text('utf-8')}dialogues:\n  {slug}: [Zyrkonia]\n", "utf-8")
    answers(asked, *(["ja"] if asked != "ja" else []))
    assert _approve(project) == 0
    assert _gate(project, "content") == 0
    kept = "words/unknown" in next(project.rglob("*.seal.yml")).read_text("utf-8")
    assert kept is (slug == "gammel")


def test_no_reason_is_no_approval(project: Path, answers: Callable[..., None]) -> None:
    _anonymise(project)
    _add(project, "\nMetoden hedder Zyrkonia i dag.\n")
    answers("", "ja")
    assert _approve(project) == 1


@pytest.mark.parametrize(
    "text", ["Torvald sagde det", "cpr 011290-1234", "skriv til a@b.example", "ind\u200bhold"]
)
def test_what_nobody_may_approve_is_not_asked_about(
    text: str, project: Path, answers: Callable[..., None]
) -> None:
    _anonymise(project)
    _add(project, f"\nog {text} i går\n")
    answers("god grund", "ja", "ja", "ja")
    assert _approve(project) == 1
    assert not list(project.rglob("*.seal.yml"))


@pytest.mark.parametrize(
    "by", ["Torvald", "fuldmægtig Brønsholtkvist", "Hanne", "fuldmægtig Hanne", "", " "]
)
def test_minutes_are_approved_by_a_role_and_not_by_a_name(
    by: str, project: Path, answers: Callable[..., None]
) -> None:
    _anonymise(project)
    answers("ja")
    assert _approve(project, by) == 1
    assert not list(project.rglob("*.seal.yml"))


def test_minutes_without_a_register_cannot_be_approved(
    project: Path, answers: Callable[..., None]
) -> None:
    _anonymise(project)
    shutil.rmtree(project / "private")
    answers("ja")
    assert _approve(project) == 1


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("# Referat\n\nKommunen mødte en leverandør.\n", "register/empty"),
        ("", "register/empty"),
    ],
)
def test_minutes_without_participants_ask_for_a_register(
    raw: str, said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "raw.txt").write_text(raw, encoding="utf-8")
    assert _anonymise(project) == 1
    assert said in capsys.readouterr().err
    assert (project / "private/ny/register.yml").is_file()
    assert not (project / "content").exists()


def test_a_completed_register_names_those_who_stand_in_the_text_only(project: Path) -> None:
    (project / "raw.txt").write_text("Kommunen mødte Nybodrengs folk og Tudvig.\n", "utf-8")
    (project / "private/ny").mkdir(parents=True)
    (project / "private/ny/register.yml").write_text(
        "people: [{name: Tudvig Gral, role: chef, side: supplier, supplier: n}]\n"
        "suppliers: [{id: n, names: [Nybodreng]}]\n",
        encoding="utf-8",
    )
    assert _anonymise(project) == 0
    text = _minutes(project).read_text("utf-8")
    assert "Nybodreng" not in text
    assert "og lederen." in text


@pytest.mark.parametrize("name", ["raw.docx", "raw.txt"])
def test_raw_minutes_that_are_no_text_are_refused(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / name).write_bytes(b"\xff\xfe\xd0rubbish\xc3")
    arguments = ["anonymise", str(project / name), "--dialogue", "ny", "--project", str(project)]
    assert main(arguments) == 1
    assert "anonymise/input" in capsys.readouterr().err
    assert not (project / "private").exists()


def test_the_gate_prints_json_with_what_may_be_approved(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _anonymise(project)
    _add(project, "\nMetoden hedder Zyrkonia i dag.\n")
    capsys.readouterr()
    assert _gate(project, "content", "--format", "json") == 2
    told = json.loads(capsys.readouterr().out)
    assert told["open"] is False
    assert [one["rule"] for one in told["approvable"]] == ["words/unknown"]
    assert "Zyrkonia" not in json.dumps(told)


def _nothing(_: Path) -> None: ...


def _empty(project: Path) -> None:
    (project / "x").mkdir()


def _without(name: str) -> Callable[[Path], None]:
    return lambda project: (project / name).unlink()


def _with_terms(text: str) -> Callable[[Path], None]:
    def write(project: Path) -> None:
        (project / "data/terms.yml").write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("spoil", [_nothing, _empty], ids=["no path", "empty folder"])
def test_nothing_to_examine_closes_the_gate(spoil: Callable[[Path], None], project: Path) -> None:
    spoil(project)
    assert _gate(project, "x") == 2


@pytest.mark.parametrize(
    "spoil",
    [
        _without(".cache/words"),
        _without("data/terms.yml"),
        _with_terms("site: ["),
        _with_terms("site: [Borup]"),
        _with_terms("site: [Torvald Hansen]"),
    ],
    ids=["no lexicon", "no terms", "broken terms", "a name as a term", "a full name as a term"],
)
def test_whatever_is_wrong_with_the_project_closes_the_gate(
    spoil: Callable[[Path], None], project: Path
) -> None:
    (project / "a.txt").write_text("ren tekst", encoding="utf-8")
    assert _gate(project, "a.txt") == 0
    spoil(project)
    assert _gate(project, "a.txt") == 2


def test_a_register_given_by_hand_must_be_readable(project: Path) -> None:
    (project / "a.txt").write_text("ren tekst", encoding="utf-8")
    assert _gate(project, "a.txt") == 0
    assert _gate(project, "a.txt", "--register", str(project / "none.yml")) == 2


def test_a_kill_in_the_middle_leaves_the_old_file(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = project / "a.md"
    write(target, "gammel")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        write(target, "ny")
    assert target.read_text("utf-8") == "gammel"


def test_one_megabyte_of_minutes_is_anonymised_whole(project: Path) -> None:
    head, _, body = RAW.partition("Formål med mødet")
    paragraphs = "\n\n".join([body.strip()] * 3400)
    (project / "raw.txt").write_text(f"{head}Formål med mødet\n\n{paragraphs}", encoding="utf-8")
    assert (project / "raw.txt").stat().st_size > 900_000
    assert _anonymise(project) == 0
    text = _minutes(project).read_text("utf-8").lower()
    assert not [name for name in HIDDEN if name in text]
