"""Whatever an editor's folder may hold, the real command refuses it by place and rule."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from house.project import PELICAN, build, files, replace, run

Spoil = Callable[[Path], None]

DIALOGUES = "content/dialoger"
FOLDER = f"{DIALOGUES}/madservice"
DIALOG = f"{FOLDER}/dialog.md"
BRIEFING = f"{FOLDER}/oplaeg.md"
FRAMEWORK = f"{FOLDER}/spoergeramme.md"
PAGE = "content/sider/om.md"
SITE = "data/site.yml"
WORDS = "data/words.yml"
LINE = "Kommunen køber i dag mad af **to** køkkener."
SCRIPT = "<script>alert(1)</script>"

FORM_NAME = "bilag/svarskema-1.docx"
FORM = f"{FOLDER}/{FORM_NAME}"
QUESTION = "- Hvad driver prisen?"
BOM = b"\xef\xbb\xbf"
FINDING = re.compile(r"[^:]+:\d+: [a-z]+/[a-z-]+: .+\. .+\.")


@dataclass(frozen=True)
class Case:
    """A fault of one file, told under `rule` on the line that holds `mark`, or on the first."""

    spoil: Spoil
    file: str
    rule: str
    mark: str = ""

    def told(self, project: Path) -> str:
        """Return how the finding must begin."""
        text = (project / self.file).read_bytes().decode("utf-8", "replace") if self.mark else ""
        lines = [number for number, line in enumerate(text.split("\n"), 1) if self.mark in line]
        if self.mark and len(lines) != 1:
            raise AssertionError(f"{self.mark!r} stands on lines {lines}")
        return f"{self.file}:{lines[0] if self.mark else 1}: {self.rule}: "


def text(file: str, old: str, new: str) -> Spoil:
    """Return what puts `new` in the place of `old`."""
    return lambda project: replace(project / file, old, new)


def bytes_of(file: str, change: Callable[[bytes], bytes]) -> Spoil:
    """Return what changes the bytes of a file."""

    def spoil(project: Path) -> None:
        (project / file).write_bytes(change((project / file).read_bytes()))

    return spoil


def fact(key: str, line: str, rule: str) -> Case:
    """Return the case of a dialogue with `line` in place of the fact `key`."""

    def spoil(project: Path) -> None:
        lines = (project / DIALOG).read_text("utf-8").split("\n")
        place = next(at for at, old in enumerate(lines) if old.startswith(f"{key}:"))
        lines[place] = line
        (project / DIALOG).write_text("\n".join(lines), "utf-8")

    return Case(spoil, DIALOG, rule, line.split("\n", maxsplit=1)[0])


def deadline(written: str) -> Case:
    """Return the case of a response deadline that cannot be."""
    return fact("response_deadline", f"response_deadline: {written}", "facts/value")


def prose(words: str, rule: str, room: str = "prose") -> Case:
    """Return the case of a briefing with `words` on one line."""
    return Case(text(BRIEFING, LINE, words), BRIEFING, f"{room}/{rule}", words)


def link(path: str) -> Spoil:
    """Return what puts a symbolic link in the place of a file or a folder."""

    def spoil(project: Path) -> None:
        (project / path).rename(project / "elsewhere")
        (project / path).symlink_to(project / "elsewhere")

    return spoil


def remove(path: str) -> Spoil:
    """Return what removes a file or a folder."""
    return move(path, "removed")


def move(path: str, to: str) -> Spoil:
    """Return what moves a file or a folder."""
    return lambda project: (project / path).rename(project / to)


def write(path: str) -> Spoil:
    """Return what writes one more file."""
    return lambda project: (project / path).write_text("mere")


def pipe(path: str) -> Spoil:
    """Return what puts a pipe in the place of a file."""

    def spoil(project: Path) -> None:
        (project / path).unlink()
        os.mkfifo(project / path)

    return spoil


def copy_folder(name: str) -> Spoil:
    """Return what makes a second dialogue of the first."""
    return lambda project: shutil.copytree(project / FOLDER, project / DIALOGUES / name)


# What is wrong -> what is done to a good project, and where and under which rule it is told.
CASES: dict[str, Case] = {
    # Missing or empty file
    "no dialog.md": Case(remove(DIALOG), DIALOG, "folder/missing"),
    "no words": Case(remove(WORDS), WORDS, "source/unreadable"),
    "no attachment": Case(remove(FORM), DIALOG, "dialogue/missing-file", "- file: " + FORM_NAME),
    "empty file": Case(bytes_of(DIALOG, lambda _: b""), DIALOG, "source/empty"),
    "empty attachment": Case(bytes_of(FORM, lambda _: b""), FORM, "folder/empty"),
    "no facts": Case(bytes_of(PAGE, lambda _: b"Hej.\n"), PAGE, "source/no-facts"),
    # Unknown key, duplicate key, wrong type
    "unknown key": fact("target_group", "gruppe: Ældre", "facts/unknown-key"),
    "unknown key in data": Case(
        text(SITE, "name: Markedsdialog\n", "name: Markedsdialog\nnavn: X\n"),
        SITE,
        "facts/unknown-key",
        "navn: X",
    ),
    "duplicate key": fact("case_number", "unit: Køkkenet", "yaml/duplicate-key"),
    "missing key": Case(
        text(DIALOG, "procedure: open\n", ""), DIALOG, "facts/missing", "title: Information om"
    ),
    "text for a list": fact("related", "related: tolkebistand", "facts/value"),
    "broken YAML": fact("procedure", "procedure: 'open", "yaml/broken"),
    "an authority that is not in data": fact(
        "authority", "authority: ukendt", "dialogue/unknown-authority"
    ),
    # Impossible date
    "a meeting that ends before it starts": Case(
        text(DIALOG, "end: 2026-02-18 16:00", "end: 2026-02-18 13:00"),
        DIALOG,
        "facts/value",
        "end: 2026-02-18 13:00",
    ),
    "a deadline on a day that does not exist": deadline("2026-02-30 12:00"),
    "a deadline in an hour that summer time skips": deadline("2026-03-29 02:30"),
    "a deadline in an hour that winter time repeats": deadline("2026-10-25 02:30"),
    # A slug or a link that leaves its folder
    "a related dialogue outside": fact("related", "related: [../../data]", "facts/value"),
    "an attachment outside": Case(
        text(DIALOG, "file: bilag/forbrug.csv", "file: bilag/../../../../data/site.yml"),
        DIALOG,
        "facts/value",
        "site.yml",
    ),
    "a link to a file outside": prose("[x](../../../pelicanconf.py)", "link"),
    "a link to a path of the machine": prose("[x](/etc/passwd)", "link"),
    "a link to nothing": prose("[x](findes-ikke.md)", "link"),
    "a folder whose name is no address": Case(
        copy_folder("Mad Service"), f"{DIALOGUES}/Mad Service", "folder/name"
    ),
    "a page whose name is no address": Case(
        move(PAGE, "content/sider/Om Os.md"), "content/sider/Om Os.md", "pages/name"
    ),
    # A symbolic link
    "a file that is a link": Case(link(BRIEFING), BRIEFING, "folder/symlink"),
    "a folder that is a link": Case(link(f"{FOLDER}/bilag"), f"{FOLDER}/bilag", "folder/symlink"),
    "a dialogue that is a link": Case(link(FOLDER), FOLDER, "library/not-a-folder"),
    "a page that is a link": Case(link(PAGE), PAGE, "source/symlink"),
    # Bytes
    "latin-1": Case(
        bytes_of(BRIEFING, lambda data: data.decode().encode("latin-1")),
        BRIEFING,
        "source/encoding",
        mark="title:",
    ),
    "BOM": Case(bytes_of(BRIEFING, lambda data: BOM + data), BRIEFING, "source/bom"),
    "CRLF": Case(
        bytes_of(BRIEFING, lambda data: data.replace(b"\n", b"\r\n")),
        BRIEFING,
        "source/line-endings",
    ),
    "NUL": prose("Hej\0", "unseen-character", room="source"),
    "10 MB of one line": Case(
        bytes_of(BRIEFING, lambda data: data + b"x" * 10_000_000), BRIEFING, "source/too-large"
    ),
    "900 kB of one line": prose("x" * 900_000, "long-line", room="source"),
    # YAML that does more than state facts
    "an alias bomb": fact("unit", "unit: &a [x, x]\nlots2: [*a, *a, *a]", "yaml/anchor"),
    "a tag": fact("procedure", "procedure: !!python/object/apply:os.getcwd []", "yaml/tag"),
    "nesting without end": fact("procedure", "procedure: " + "[" * 9_000, "yaml/too-deep"),
    # Raw HTML and scripts
    "a tag in prose": prose("Det er <b>vigtigt</b>.", "raw-html"),
    "a script": prose(SCRIPT, "raw-html"),
    "an image that runs": prose('<img src="x" onerror="alert(1)">', "raw-html"),
    "a comment": prose("<!-- skjult -->", "raw-html"),
    "a script in a link": prose("[x](javascript:alert(1))", "link"),
    "a script in a question": Case(
        text(FRAMEWORK, QUESTION, f"- Hvad {SCRIPT}?"), FRAMEWORK, "prose/raw-html", SCRIPT
    ),
    # Two dialogues with the same address
    "the same slug": Case(copy_folder("MADSERVICE"), FOLDER, "library/same-slug"),
    # A malformed framework
    "a theme without questions": Case(
        text(FRAMEWORK, f"{QUESTION}\n", ""), FRAMEWORK, "framework/no-questions", "## 2. Pris"
    ),
    "two questions with one id": Case(
        text(FRAMEWORK, QUESTION, f"{QUESTION} {{#behov-vigtigst}}"),
        FRAMEWORK,
        "framework/duplicate-id",
        QUESTION,
    ),
    "text that belongs nowhere": Case(
        text(FRAMEWORK, QUESTION, f"{QUESTION}\n\nEn løs tekst."),
        FRAMEWORK,
        "framework/text-nowhere",
        "En løs tekst.",
    ),
    # What has no place
    "a file that nobody publishes": Case(
        write(f"{FOLDER}/noter.txt"), f"{FOLDER}/noter.txt", "folder/unknown-file"
    ),
    "a pipe that nobody writes to": Case(pipe(PAGE), PAGE, "source/not-a-file"),
    # Words of the site
    "a phrase with a gap that nobody fills": Case(
        text(WORDS, '"{count} spørgsmål"', '"{antal} spørgsmål"'), WORDS, "words/missing"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_told_by_place_and_rule_and_leaves_the_site_as_it_was(
    name: str, project: Path, house: Path
) -> None:
    shutil.copytree(house, project / "output")
    CASES[name].spoil(project)
    done = run(project, PELICAN, "content")
    *findings, count = done.stderr.splitlines()
    told = CASES[name].told(project)
    assert [line for line in findings if line.startswith(told)], done.stderr
    assert [line for line in findings if not FINDING.fullmatch(line)] == []
    assert SCRIPT not in done.stderr
    assert count == f"{len(findings)} to mend. The site is as it was."
    assert done.returncode == 1
    assert files(project / "output") == files(house)
    assert not list(project.glob("output.*"))


def test_a_project_without_content_is_refused_by_pelican_itself(project: Path) -> None:
    remove("content")(project)
    done = run(project, PELICAN, "content")
    assert done.returncode == 1
    assert "You need to specify a path containing the content" in done.stdout


def test_the_faults_of_all_files_are_told_at_once(project: Path) -> None:
    CASES["unknown key"].spoil(project)
    CASES["a theme without questions"].spoil(project)
    CASES["no facts"].spoil(project)
    CASES["unknown key in data"].spoil(project)
    done = run(project, PELICAN, "content")
    told = [line.split(": ")[1] for line in done.stderr.splitlines()[:-1]]
    assert told == [
        "facts/unknown-key",
        "framework/no-questions",
        "source/no-facts",
        "facts/unknown-key",
    ]
    assert not (project / "output").exists()


def test_a_refused_folder_builds_again_once_it_is_mended(project: Path, house: Path) -> None:
    CASES["a script"].spoil(project)
    assert run(project, PELICAN, "content").returncode == 1
    replace(project / BRIEFING, SCRIPT, LINE)
    assert files(build(project)) == files(house)
