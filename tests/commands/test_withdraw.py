"""A document is withdrawn by the real command; then nothing of it is left but the note."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from anonymity.invented import NAME, REGISTER_FILE
from commands.withdrawing import (
    ATTACHMENT,
    BRIEFING,
    DIALOG,
    FOLDER,
    FRAMEWORK,
    MINUTES,
    REASON,
    notes,
    speaking_of,
    withdraw,
)
from house.project import MARKEDSDIALOG, files, replace, run
from house.reading import pages, texts

SITE = "https://fjordby.example/udbud/dialog"
NOW = "10. marts 2026 kl. 13.00"
DOCUMENTS = {
    MINUTES: (
        "Referat af informationsmødet",
        "dialoger/madservice/referater/informationsmoede/",
        ("informationsmoede", "Spørgsmål fra salen", "salen"),
    ),
    ATTACHMENT: (
        "Svarskema",
        "dialoger/madservice/bilag/svarskema-2.docx",
        ("svarskema-2",),
    ),
    BRIEFING: (
        "Oplæg om madservice",
        "dialoger/madservice/oplaeg/",
        ("oplaeg", "Køkkenernes afstand", "12 km"),
    ),
    FRAMEWORK: (
        "Spørgeramme om vintervedligehold",
        "dialoger/vintervedligehold/spoergeramme/",
        ("vintervedligehold/spoergeramme", "Hvor hurtigt", "rydde en sti"),
    ),
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_of_the_document_is_left_but_the_note(document: str, live: Path) -> None:
    title, address, words = DOCUMENTS[document]
    site, bytes_ = live / "output", (live / document).read_bytes()
    for word in words:
        assert speaking_of(site, word), "else the word would prove nothing"
    done = withdraw(live, document)
    assert done.returncode == 0, done.stderr
    assert speaking_of(site, *words) == []
    assert bytes_ not in files(site).values()
    assert not (live / document).exists()
    dialog = f"{'/'.join(document.split('/')[:3])}/dialog.md"
    assert notes(live, dialog) == [{"time": "2026-03-10 13:00", "title": title, "reason": REASON}]
    page = pages(site)[f"{'/'.join(dialog.split('/')[1:3])}/index.html"]
    assert f"{title} · {NOW} . {REASON}" in texts(page, ".withdrawn li")
    assert f"{SITE}/{address}\n" in done.stdout


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_feeds_tell_of_it_and_of_nothing_else_about_it(document: str, live: Path) -> None:
    title, address, _ = DOCUMENTS[document]
    assert withdraw(live, document).returncode == 0
    folder = "/".join(document.split("/")[1:3])
    for feed in ("feed.atom", f"{folder}/feed.atom"):
        told = (live / "output" / feed).read_text("utf-8")
        ElementTree.fromstring(told)
        assert f"{folder}/#withdrawn-2026-03-10T1300<" in told
        assert f"{title}. {REASON}" in told
        assert address not in told


def test_the_file_leaves_the_content_with_its_seal_and_all_else_stays(live: Path) -> None:
    before = files(live / "content")
    dialog = (live / DIALOG).read_text("utf-8")
    assert withdraw(live, MINUTES).returncode == 0
    after = files(live / "content")
    seal = MINUTES.replace(".md", ".seal.yml")
    gone = {name.removeprefix("content/") for name in (MINUTES, seal)}
    changed = {name for name in after if before[name] != after[name]}
    assert before.keys() - after.keys() == gone
    assert changed == {DIALOG.removeprefix("content/")}
    note = f"  - time: 2026-03-10 13:00\n    title: {DOCUMENTS[MINUTES][0]}\n    reason: {REASON}\n"
    assert (live / DIALOG).read_text("utf-8") == dialog.replace("related:", f"{note}related:")


def test_a_link_in_another_dialogue_becomes_words_and_is_told(live: Path) -> None:
    page = live / "content/sider/om.md"
    link = "[oplægget](../dialoger/madservice/oplaeg.md#baggrund)"
    page.write_text(f"{page.read_text('utf-8')}\nSe **{link}** om mad.\n", "utf-8")
    line = page.read_text("utf-8").count("\n")
    done = withdraw(live, BRIEFING)
    assert done.returncode == 0, done.stderr
    assert page.read_text("utf-8").endswith("\nSe **oplægget** om mad.\n")
    assert f"content/sider/om.md:{line}: the link is taken out, its words stand\n" in done.stdout
    assert "Se <strong>oplægget</strong> om mad." in (live / "output/om/index.html").read_text(
        "utf-8"
    )


def test_a_file_that_only_its_owner_may_read_stays_so(live: Path) -> None:
    (live / DIALOG).chmod(0o600)
    assert withdraw(live, BRIEFING).returncode == 0
    assert (live / DIALOG).stat().st_mode & 0o777 == 0o600


def private(project: Path) -> None:
    """Give the project an officer's private folder."""
    folder = project / "private/madservice"
    folder.mkdir(parents=True)
    (folder / "register.yml").write_text(REGISTER_FILE, "utf-8")
    (folder / "informationsmoede.replacements.txt").write_text(NAME, "utf-8")
    (folder / "informationsmoede-2.replacements.txt").write_text(NAME, "utf-8")


def test_a_title_that_must_go_too_is_replaced_and_what_still_says_it_is_told(live: Path) -> None:
    page = live / "content/sider/om.md"
    page.write_text(f"{page.read_text('utf-8')}\nEt oplæg om madservice.\n", "utf-8")
    done = withdraw(live, BRIEFING, "--title", "Et dokument")
    assert done.returncode == 0, done.stderr
    assert [note["title"] for note in notes(live)] == ["Et dokument"]
    line = page.read_text("utf-8").count("\n")
    assert f"content/sider/om.md:{line}: the document's title stands here" in done.stdout
    titles = speaking_of(live / "output", "Oplæg om madservice")
    assert "feed.atom" not in titles
    assert "dialoger/madservice/index.html" not in titles


def test_a_registered_name_in_the_title_asks_for_another(live: Path) -> None:
    private(live)
    replace(live / DIALOG, "title: Short summary", "title: Summary by Qvandtholm")
    document = f"{FOLDER}/bilag/summary.txt"
    done = withdraw(live, document)
    assert done.returncode == 1
    assert f"{document}:1: register/supplier: " in done.stderr
    assert "--title" in done.stderr
    assert "Qvandtholm" not in done.stderr
    done = withdraw(live, document, "--title", "Et bilag")
    assert done.returncode == 0, done.stderr
    assert speaking_of(live / "output", "Qvandtholm") == []


def test_what_private_holds_of_it_is_named_and_stays(live: Path) -> None:
    private(live)
    before = files(live / "private")
    done = withdraw(live, MINUTES)
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stdout.splitlines() if line.startswith("private/")]
    assert told == ["private/madservice/informationsmoede.replacements.txt"]
    assert "No register was here" not in done.stdout
    assert NAME not in done.stdout
    assert files(live / "private") == before


def test_without_a_register_the_officer_is_told_so(live: Path) -> None:
    assert "No register was here to read" in withdraw(live, MINUTES).stdout


def git(project: Path, *command: str) -> str:
    """Let git do something in the project, as somebody who is nobody."""
    done = run(project, "git", "-c", "user.name=x", "-c", "user.email=x@x.example", *command)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_what_history_holds_is_told_with_the_command_that_removes_it(live: Path) -> None:
    git(live, "init", "--quiet")
    git(live, "add", "pelicanconf.py")
    git(live, "commit", "--quiet", "--message", "one")
    for text_ in ("two", "three"):
        (live / "content/sider/ny.txt").write_text(text_, "utf-8")
        git(live, "add", "content", "data")
        git(live, "commit", "--quiet", "--message", text_)
    (live / "content/sider/ny.txt").unlink()
    git(live, "config", "core.abbrev", "10")
    last, first, _ = git(live, "log", "--format=%h").split()
    done = withdraw(live, MINUTES)
    assert done.returncode == 0, done.stderr
    seal = MINUTES.replace(".md", ".seal.yml")
    assert f"Commits that hold it: 2, from {first} to {last}.\n" in done.stdout
    assert f" git filter-repo --invert-paths --path {MINUTES} --path {seal}\n" in done.stdout
    for word in ("clone", "backup", "log of the host"):
        assert word in done.stdout


def test_a_file_that_was_never_committed_is_in_no_commit(live: Path) -> None:
    git(live, "init", "--quiet")
    assert "No commit of this checkout holds it" in withdraw(live, MINUTES).stdout


def test_without_git_that_is_said(live: Path) -> None:
    done = withdraw(live, MINUTES)
    assert done.returncode == 0
    assert "Git tells no history of this folder." in done.stdout
    assert "filter-repo" not in done.stdout


def test_the_command_works_from_another_folder(live: Path) -> None:
    document = str(Path("project", BRIEFING))
    given = (MARKEDSDIALOG, "withdraw", document, "--reason", REASON, "--by", "fuldmægtig")
    done = run(live.parent, *given, "--project", "project")
    assert done.returncode == 0, done.stderr
    assert not (live / BRIEFING).exists()
    assert f"project/{BRIEFING}: withdrawn by fuldmægtig\n" in done.stdout


def test_the_address_is_told_where_no_site_was_built(project: Path) -> None:
    done = withdraw(project, BRIEFING)
    assert done.returncode == 0, done.stderr
    assert f"\n{SITE}/dialoger/madservice/oplaeg/\n" in done.stdout


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_changed(live: Path) -> None:
    private(live)
    page = live / "content/sider/om.md"
    page.write_text(f"{page.read_text('utf-8')}\n<b>\n", "utf-8")
    line = page.read_text("utf-8").count("\n")
    before = files(live / "content"), files(live / "output")
    done = withdraw(live, DIALOG, "--title", "Torvald", "--by", "", reason="om 29 88 77 66.")
    assert done.returncode == 1
    *told, last = done.stderr.splitlines()
    assert [line.split(": ")[:2] for line in told] == [
        ["--by:1", "withdraw/role"],
        ["--reason:1", "contact/phone"],
        ["--title:1", "register/person"],
        [f"{DIALOG}:1", "withdraw/place"],
        [f"content/sider/om.md:{line}", "prose/raw-html"],
    ]
    assert last == "Nothing was changed."
    assert "Torvald" not in done.stderr
    assert done.stdout == ""
    assert (files(live / "content"), files(live / "output")) == before


def test_a_folder_that_is_no_project_is_refused(tmp_path: Path) -> None:
    done = withdraw(tmp_path, BRIEFING)
    assert done.returncode == 1
    assert "pelicanconf.py" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_that_fails_is_told_and_the_next_run_finishes(live: Path) -> None:
    private(live)
    template = live / "theme/templates/base.html"
    good = template.read_text("utf-8")
    template.write_text(f"{good}<!-- {NAME} -->", "utf-8")
    before = files(live / "output")
    done = withdraw(live, MINUTES)
    assert done.returncode == 1
    assert ": register/person: " in done.stderr
    assert "what is live still shows it" in done.stderr
    assert files(live / "output") == before
    assert not (live / MINUTES).exists()
    template.write_text(good, "utf-8")
    done = withdraw(live, MINUTES)
    assert done.returncode == 0, done.stderr
    assert len(notes(live)) == 1
    assert speaking_of(live / "output", "informationsmoede") == []
    done = withdraw(live, MINUTES)
    assert done.returncode == 1
    assert ": withdraw/unknown: " in done.stderr
