import os
from pathlib import Path, PurePosixPath

import pytest
from house.build import (
    AUTHORITY,
    DIALOG,
    DIALOGUE_FILES,
    FRAMEWORK,
    MINUTES,
    PAGE,
    line_of,
    with_fact,
    write,
    write_content,
    write_dialogue,
)
from house.said import refused

from markedsdialog.dialogues.library import Library, read_library

HERE = "content/dialoger/madservice/"


def read(content: Path) -> Library:
    return read_library(content, {AUTHORITY})


def found(content: Path) -> list[str]:
    """Return each finding as path below the dialogue's own folder, line and rule."""
    findings = refused(lambda: read(content))
    assert list(findings) == sorted(findings)
    return [f"{one.path.removeprefix(HERE)}:{one.line}: {one.rule}" for one in findings]


def test_a_tree_without_faults_is_read_whole(tmp_path: Path) -> None:
    library = read(write_content(tmp_path))
    (dialogue,) = library.dialogues
    assert dialogue.slug == "madservice"
    assert dialogue.facts.title == "Information om kommende udbud af madservice"
    assert '<a href="oplaeg/">' in dialogue.introduction.html
    assert dialogue.briefing
    assert [heading.id for heading in dialogue.briefing.prose.headings] == ["baggrund"]
    assert dialogue.framework
    assert dialogue.framework.question_count == 3
    assert [minutes.slug for minutes in dialogue.minutes] == ["leverandoer-a"]
    (attachment,) = dialogue.attachments
    assert attachment.source == PurePosixPath("dialoger/madservice/bilag/svarskema.pdf")
    assert attachment.size == len(DIALOGUE_FILES["bilag/svarskema.pdf"])
    assert [(page.slug, page.facts.title) for page in library.pages] == [("privatliv", "Privatliv")]


def test_a_dialogue_needs_its_facts_alone(tmp_path: Path) -> None:
    others = dict.fromkeys(DIALOGUE_FILES.keys() - {"dialog.md"})
    dialog = with_fact(DIALOG, "documents: []").split("Læs [")[0]
    (dialogue,) = read(write_content(tmp_path, {**others, "dialog.md": dialog})).dialogues
    assert (dialogue.briefing, dialogue.framework, dialogue.minutes) == (None, None, ())
    assert dialogue.introduction.html == ""


def test_dialogues_and_pages_are_in_the_order_of_their_names(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    for slug in ("zoo", "a-b", "ab"):
        write_dialogue(content, slug=slug)
    write(content / "sider", {"was.md": PAGE, "om.md": PAGE})
    library = read(content)
    assert [one.slug for one in library.dialogues] == ["a-b", "ab", "madservice", "zoo"]
    assert [one.slug for one in library.pages] == ["om", "privatliv", "was"]


MISSING_FILE = "dialog.md:{}: dialogue/missing-file"
DOCUMENT_LINE = line_of(DIALOG, "file: bilag/svarskema.pdf")
LISTED = with_fact(DIALOG, "related: [madservice]")

FAULTY: dict[str, tuple[dict[str, str | bytes | None], list[str]]] = {
    "no facts": ({"dialog.md": None}, ["dialog.md:1: folder/missing"]),
    "empty facts": ({"dialog.md": b""}, ["dialog.md:1: source/empty"]),
    "empty minutes": (
        {"referater/leverandoer-a.md": b""},
        ["referater/leverandoer-a.md:1: source/empty"],
    ),
    "unknown file": ({"noter.md": "x"}, ["noter.md:1: folder/unknown-file"]),
    "backup file": ({"dialog.md~": "x"}, ["dialog.md~:1: folder/unknown-file"]),
    "hidden file": ({"bilag/.DS_Store": "x"}, ["bilag/.DS_Store:1: folder/unknown-file"]),
    "unknown folder": ({"andet/a.md": "x"}, ["andet/a.md:1: folder/unknown-file"]),
    "nested attachment": ({"bilag/a/b.pdf": "x"}, ["bilag/a/b.pdf:1: folder/unknown-file"]),
    "nested minutes": (
        {"referater/a/b.md": MINUTES},
        ["referater/a/b.md:1: folder/unknown-file"],
    ),
    "a program": ({"bilag/a.exe": "x"}, ["bilag/a.exe:1: folder/unknown-file"]),
    "a page as attachment": ({"bilag/a.html": "x"}, ["bilag/a.html:1: folder/unknown-file"]),
    "minutes with a bad name": (
        {"referater/Møde 1.md": MINUTES},
        ["referater/Møde 1.md:1: folder/minutes-name"],
    ),
    "minutes of another kind": (
        {"referater/a.docx": "x"},
        ["referater/a.docx:1: folder/minutes-name"],
    ),
    "unlisted": ({"bilag/plan.pdf": "x"}, ["bilag/plan.pdf:1: dialogue/unlisted-file"]),
    "missing attachment": (
        {"bilag/svarskema.pdf": None, "dialog.md": DIALOG.replace("(bilag/svar", "(#svar")},
        [MISSING_FILE.format(DOCUMENT_LINE)],
    ),
    "empty attachment": ({"bilag/svarskema.pdf": b""}, ["bilag/svarskema.pdf:1: folder/empty"]),
    "unknown authority": (
        {"dialog.md": DIALOG.replace("authority: eksempel", "authority: anden-")},
        [f"dialog.md:{line_of(DIALOG, 'authority:')}: dialogue/unknown-authority"],
    ),
    "related to itself": (
        {"dialog.md": LISTED},
        [f"dialog.md:{line_of(LISTED, 'related:')}: dialogue/unknown-related"],
    ),
    "related to nothing": (
        {"dialog.md": with_fact(DIALOG, "related:\n  - findes-ikke")},
        [f"dialog.md:{line_of(LISTED, 'related:') + 1}: dialogue/unknown-related"],
    ),
    "unknown theme": (
        {"referater/leverandoer-a.md": MINUTES.replace("- maalgruppe", "- pris")},
        [f"referater/leverandoer-a.md:{line_of(MINUTES, '- maalgruppe')}: dialogue/unknown-theme"],
    ),
    "unknown lot": (
        {"referater/leverandoer-a.md": MINUTES.replace("  - 1\n", "  - 3\n")},
        [f"referater/leverandoer-a.md:{line_of(MINUTES, '  - 1')}: dialogue/unknown-lot"],
    ),
    "a faulty framework is no unknown theme": (
        {"spoergeramme.md": FRAMEWORK.replace("## 1.", "## 2.")},
        [f"spoergeramme.md:{line_of(FRAMEWORK, '## 1.')}: framework/number-out-of-order"],
    ),
    "a link to nothing": (
        {"oplaeg.md": "---\ntitle: x\n---\n\n[a](gone.md)"},
        ["oplaeg.md:5: prose/link"],
    ),
    "a link out of the folder": (
        {"oplaeg.md": "---\ntitle: x\n---\n[a](../../../../etc/passwd)"},
        ["oplaeg.md:4: prose/link"],
    ),
    "crlf": (
        {"oplaeg.md": "---\ntitle: x\r\n---\nHej"},
        ["oplaeg.md:2: source/line-endings"],
    ),
    "every file at once": (
        {
            "dialog.md": with_fact(DIALOG, "published: 2026-02-30"),
            "oplaeg.md": "\ufeff---",
            "spoergeramme.md": FRAMEWORK.replace("- Hvem er målgruppen?", "1. Hvem?"),
            "referater/leverandoer-a.md": MINUTES.replace("form: online", "form: avis"),
            "bilag/a.exe": "x",
        },
        [
            "bilag/a.exe:1: folder/unknown-file",
            f"dialog.md:{line_of(with_fact(DIALOG, 'published: x'), 'published')}: facts/value",
            "oplaeg.md:1: source/bom",
            f"referater/leverandoer-a.md:{line_of(MINUTES, 'form:')}: facts/value",
            f"spoergeramme.md:{line_of(FRAMEWORK, 'Hvem er')}: framework/question-form",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_folder_is_told_by_file_line_and_rule(tmp_path: Path, name: str) -> None:
    files, expected = FAULTY[name]
    assert found(write_content(tmp_path, files)) == expected


def test_a_dialogue_that_nothing_dates_is_found(tmp_path: Path) -> None:
    dialog = with_fact(with_fact(DIALOG, "documents: []"), "published: not stated")
    files = {
        "dialog.md": dialog.split("Læs [")[0],
        "referater/leverandoer-a.md": None,
        "bilag/svarskema.pdf": None,
    }
    line = line_of(dialog, "published")
    assert found(write_content(tmp_path, files)) == [f"dialog.md:{line}: dialogue/undated"]


@pytest.mark.parametrize("name", DIALOGUE_FILES)
def test_a_symbolic_link_is_one_finding_whatever_it_stands_for(tmp_path: Path, name: str) -> None:
    content = write_content(tmp_path, {name: None})
    (tmp_path / "outside").write_bytes(b"outside")
    link = content / "dialoger/madservice" / name
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "outside")
    assert f"{name}:1: folder/symlink" in found(content)
    assert [line for line in found(content) if line.startswith(f"{name}:")] == [
        f"{name}:1: folder/symlink"
    ]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.pdf").write_bytes(b"x")
    (content / "dialoger/madservice/mere").symlink_to(tmp_path / "outside")
    (content / "dialoger/madservice/bilag/rundt").symlink_to(content)
    (content / "dialoger/kopi").symlink_to(content / "dialoger/madservice")
    assert found(content) == [
        "content/dialoger/kopi:1: library/not-a-folder",
        "bilag/rundt:1: folder/symlink",
        "mere:1: folder/symlink",
    ]


def test_a_pipe_is_no_file_and_is_never_waited_for(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"dialog.md": None})
    os.mkfifo(content / "dialoger/madservice/dialog.md")
    os.mkfifo(content / "sider/a.md")
    assert found(content) == [
        "dialog.md:1: folder/kind",
        "content/sider/a.md:1: source/not-a-file",
    ]


@pytest.mark.parametrize(
    "slug", ["Madservice", "mad service", "mæd", "mad--service", "mad_service"]
)
def test_a_folder_must_be_named_as_an_address(tmp_path: Path, slug: str) -> None:
    content = tmp_path / "content"
    write_dialogue(content, slug=slug)
    findings = refused(lambda: read(content))
    assert [(one.path, one.rule) for one in findings] == [
        (f"content/dialoger/{slug}", "folder/name")
    ]


def test_two_dialogues_whose_names_differ_in_case_alone_are_found(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    write_dialogue(content, slug="Madservice")
    assert "content/dialoger/madservice:1: library/same-slug" in found(content)


def test_a_dialogue_may_name_another_even_one_that_has_faults(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"dialog.md": with_fact(DIALOG, "related: [nabo]")})
    write_dialogue(content, slug="nabo")
    assert len(read(content).dialogues) == 2
    write_dialogue(content, {"noter.txt": "x"}, slug="nabo")
    assert found(content) == ["content/dialoger/nabo/noter.txt:1: folder/unknown-file"]


def test_faults_of_all_folders_and_pages_are_told_at_once_and_sorted(tmp_path: Path) -> None:
    content = write_content(tmp_path, {"x.md": "x"})
    write_dialogue(content, {"oplaeg.md": "uden fakta"}, slug="b")
    write_dialogue(content, {"dialog.md": None}, slug="a")
    write(content / "sider", {"Stor.md": PAGE, "a.txt": "x", "b.md": PAGE.replace("lead", "leed")})
    write(content, {"README.md": "x", "dialoger/a.md": "x"})
    lead = line_of(PAGE, "lead")
    assert found(content) == [
        "content/README.md:1: library/stray",
        "content/dialoger/a.md:1: library/not-a-folder",
        "content/dialoger/a/dialog.md:1: folder/missing",
        "content/dialoger/b/oplaeg.md:1: source/no-facts",
        "x.md:1: folder/unknown-file",
        "content/sider/Stor.md:1: pages/name",
        "content/sider/a.txt:1: pages/name",
        "content/sider/b.md:2: facts/missing",
        f"content/sider/b.md:{lead}: facts/unknown-key",
    ]


@pytest.mark.parametrize("name", ["dialoger", "sider"])
def test_a_file_in_place_of_a_folder_is_found(tmp_path: Path, name: str) -> None:
    content = write(tmp_path / "content", {name: "x"})
    assert found(content) == [f"content/{name}:1: library/stray"]


def test_a_content_folder_that_is_not_there_is_found(tmp_path: Path) -> None:
    assert found(tmp_path / "gone") == ["content:1: library/missing"]


def test_no_finding_of_a_folder_repeats_what_its_files_say(tmp_path: Path) -> None:
    name = "Hemmelignavn"
    files: dict[str, str | bytes | None] = {
        "dialog.md": with_fact(DIALOG, f"case_number: [{name}]") + f"<{name}>[{name}]({name}.md)",
        "oplaeg.md": f"---\ntitle: {name}\n{name}: x\n---\n# {name}\n![]({name}://x)",
        "spoergeramme.md": f"---\ntitle: x\n---\n## 1) {name}\n## 1. A {{#{name}}}\n\n1. {name}",
        "referater/leverandoer-a.md": MINUTES.replace("maalgruppe", name),
    }
    findings = refused(lambda: read(write_content(tmp_path, files)))
    assert {one.path.removeprefix(HERE) for one in findings} == set(files)
    assert not any(name.lower() in str(one).lower() for one in findings)
