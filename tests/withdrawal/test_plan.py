"""All texts of the content -> the texts of a withdrawal, and all that speaks against one."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from house.build import DIALOG, DIALOGUE_FILES, PAGE, line_of

from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.source.text import Source
from markedsdialog.withdrawal.note import Note
from markedsdialog.withdrawal.plan import Place, Plan, Request, make_plan
from markedsdialog.withdrawal.target import Target

SITE = "https://dialog.eksempel.example"
FOLDER = PurePosixPath("dialoger/madservice")
DIALOG_FILE = FOLDER / "dialog.md"
OTHER = PurePosixPath("dialoger/andet/dialog.md")
STANDING = PurePosixPath("sider/privatliv.md")
NOTE = Note("2026-03-10 13:00", "Et dokument", "Der var fejl: tal manglede.")
TOLD = """\
  - time: 2026-03-10 13:00
    title: Et dokument
    reason: 'Der var fejl: tal manglede.'
"""
TWO_DOCUMENTS = """\
---
# Sagens tal
title: "Udbud: madservice"   
lead:  Kommunen   spørger.

documents: # det, som kan hentes
  # den første
  - file: bilag/svarskema.pdf
    title: Svarskema
    # inde i den første
    kind: answer form
    date: 2026-01-10

  # den anden
  - {file: bilag/andet.pdf, title: 'Et andet', kind: answer form, replaces: bilag/svarskema.pdf}
# efter
procedure: open
---
Læs [skemaet](bilag/svarskema.pdf) og [det andet](bilag/andet.pdf).
"""  # noqa: W291 - a space at the end of a line stays too


def _target(inside: str, kind: DocumentKind = DocumentKind.ATTACHMENT) -> Target:
    address = f"{FOLDER}/{inside}".replace("oplaeg.md", "oplaeg/").replace("a.md", "a/")
    return Target(kind, FOLDER / inside, address)


ATTACHMENT = _target("bilag/svarskema.pdf")
BRIEFING = _target("oplaeg.md", DocumentKind.BRIEFING)
MINUTES = _target("referater/leverandoer-a.md", DocumentKind.MINUTES)


def _plan(
    target: Target,
    changed: Mapping[PurePosixPath, str] | None = None,
    *,
    note: Note | None = NOTE,
    title: str | None = None,
    sealed: tuple[PurePosixPath, ...] = (),
) -> Plan:
    """Plan on the small content, with some of its texts in other words."""
    files = {FOLDER / name: text for name, text in DIALOGUE_FILES.items() if isinstance(text, str)}
    files |= {STANDING: PAGE, **(changed or {})}
    files.pop(target.file, None)
    texts = {place: Source(f"content/{place}", text) for place, text in files.items()}
    return make_plan(Request(target, note, title, SITE), texts, sealed)


def _faults(plan: Plan) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.rule) for one in plan.faults]


def test_the_note_is_added_and_the_links_are_words() -> None:
    ((place, text),) = _plan(BRIEFING).texts
    assert place == DIALOG_FILE
    assert text == DIALOG.replace(
        "    date: 2026-01-10\n---\n", f"    date: 2026-01-10\nwithdrawn:\n{TOLD}---\n"
    ).replace("[oplægget](oplaeg.md)", "oplægget")


def test_the_only_attachment_goes_with_the_list() -> None:
    ((_, text),) = _plan(ATTACHMENT).texts
    entry = DIALOG[DIALOG.index("documents:") : DIALOG.index("---\nLæs")]
    assert text == DIALOG.replace(entry, f"withdrawn:\n{TOLD}").replace(
        "[skemaet](bilag/svarskema.pdf)", "skemaet"
    )


def test_comments_and_every_other_byte_stay() -> None:
    ((_, text),) = _plan(ATTACHMENT, {DIALOG_FILE: TWO_DOCUMENTS}).texts
    entry = TWO_DOCUMENTS[TWO_DOCUMENTS.index("  - file") : TWO_DOCUMENTS.index("\n  # den anden")]
    assert text == TWO_DOCUMENTS.replace(entry, "").replace(
        ", replaces: bilag/svarskema.pdf", ""
    ).replace("procedure: open\n", f"procedure: open\nwithdrawn:\n{TOLD}").replace(
        "[skemaet](bilag/svarskema.pdf)", "skemaet"
    )


def test_a_note_is_added_below_those_before() -> None:
    told = "withdrawn:\n- title: Et\n  time: 2026-01-01 12:00\n  reason: Fejl.\nlead: x\n"
    dialog = DIALOG.replace("lead: Eksempel Kommune vil høre markedet om madservice.\n", told)
    ((_, text),) = _plan(MINUTES, {DIALOG_FILE: dialog}).texts
    added = TOLD.replace("  - ", "- ").replace("    ", "  ")
    assert text == dialog.replace("reason: Fejl.\n", f"reason: Fejl.\n{added}")


def test_a_note_that_is_told_already_is_not_told_again() -> None:
    ((_, text),) = _plan(BRIEFING, note=None).texts
    assert text == DIALOG.replace("[oplægget](oplaeg.md)", "oplægget")


def test_the_note_is_written_before_any_other_text() -> None:
    link = f"Se [det](../{FOLDER}/oplaeg.md).\n"
    plan = _plan(BRIEFING, {STANDING: PAGE + link, OTHER: DIALOG + link.replace("../", "../../")})
    assert [place for place, _ in plan.texts] == [DIALOG_FILE, OTHER, STANDING]


def test_each_change_is_told_with_its_line_before() -> None:
    plan = _plan(ATTACHMENT, {DIALOG_FILE: TWO_DOCUMENTS})
    lines = [(one.path, one.line) for one in plan.changed]
    words = ("  - file: bilag/svarskema.pdf", "  - {file", "Læs [skemaet]")
    assert lines == [(f"content/{DIALOG_FILE}", line_of(TWO_DOCUMENTS, word)) for word in words]


def test_other_attachments_of_the_same_kind_are_to_be_looked_at() -> None:
    plan = _plan(ATTACHMENT, {DIALOG_FILE: TWO_DOCUMENTS})
    path, line = f"content/{DIALOG_FILE}", line_of(TWO_DOCUMENTS, "  - {file")
    assert [(one.path, one.line) for one in plan.to_look_at] == [(path, line)]
    assert "bilag/andet.pdf" in plan.to_look_at[0].what
    handed_out = DIALOG.replace("kind: answer form", "kind: minutes")
    assert len(_plan(MINUTES, {DIALOG_FILE: handed_out}).to_look_at) == 1
    assert _plan(MINUTES).to_look_at == ()


def test_where_a_title_stands_that_must_go_is_told() -> None:
    page = f"{PAGE}\nSe oplægget, som vi kalder oplæg.\n"
    plan = _plan(BRIEFING, {STANDING: page}, title="Oplæg, som vi kalder")
    assert plan.to_look_at == ()
    plan = _plan(BRIEFING, {STANDING: page}, title="som vi kalder oplæg")
    line = line_of(page, "som vi kalder")
    said = "the document's title stands here; look whether it may"
    assert plan.to_look_at == (Place(f"content/{STANDING}", line, said),)
    same = Note(NOTE.time, "som vi kalder oplæg", NOTE.reason)
    assert _plan(BRIEFING, {STANDING: page}, title=same.title, note=same).to_look_at == ()


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (DIALOG_FILE, "Se filen svarskema.pdf."),
        (DIALOG_FILE, "Se `bilag/svarskema.pdf`."),
        (FOLDER / "oplaeg.md", "Se SVARSKEMA.PDF."),
        (OTHER, f"Se {SITE}/{FOLDER}/bilag/svarskema.pdf nu."),
        (STANDING, f"Skriv {FOLDER}/bilag/svarskema.pdf i feltet."),
    ],
)
def test_no_text_may_name_the_file_or_the_address_still(place: PurePosixPath, line: str) -> None:
    text = f"{DIALOG}\n{line}\n"
    plan = _plan(ATTACHMENT, {place: text})
    assert (f"content/{place}", line_of(text, line), "withdraw/named") in _faults(plan)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (STANDING, "Se filen svarskema.pdf, som er en anden."),
        (DIALOG_FILE, "Se [et andet](../andet/bilag/svarskema.pdf)."),
        (DIALOG_FILE, "Se svarskema.pdfx og nyt-svarskema.pdf."),
    ],
)
def test_a_file_of_another_name_or_dialogue_may_be_named(place: PurePosixPath, line: str) -> None:
    assert _plan(ATTACHMENT, {place: f"{DIALOG}\n{line}\n"}).faults == ()


def test_a_fact_that_names_the_file_must_be_written_anew() -> None:
    facts = DIALOG.replace("lots:", "target_group: De, som har udfyldt svarskema.pdf\nlots:")
    plan = _plan(ATTACHMENT, {DIALOG_FILE: facts})
    line = line_of(facts, "udfyldt svarskema.pdf")
    assert _faults(plan) == [(f"content/{DIALOG_FILE}", line, "withdraw/named")]


def test_sealed_minutes_that_link_to_it_must_be_approved_again() -> None:
    minutes = DIALOGUE_FILES[str(MINUTES.inside)]
    assert isinstance(minutes, str)
    framework = _target("spoergeramme.md", DocumentKind.FRAMEWORK)
    assert _plan(framework).faults == ()
    line = line_of(minutes, "[rammen]")
    plan = _plan(framework, sealed=(MINUTES.file,))
    assert _faults(plan) == [(f"content/{MINUTES.file}", line, "withdraw/sealed")]


def test_faults_of_all_texts_are_told_at_once() -> None:
    bad = "\n![a](oplaeg.md)\n"
    plan = _plan(BRIEFING, {DIALOG_FILE: DIALOG + bad, STANDING: f"{PAGE}\n{FOLDER}/oplaeg/\n"})
    assert sorted(rule for _, _, rule in _faults(plan)) == ["withdraw/link", "withdraw/named"]


@pytest.mark.parametrize(
    "facts",
    [
        "{title: x, documents: [{file: bilag/svarskema.pdf, title: y}]}",
        "title: x\nwithdrawn: her",
        "title: x\ndocuments: [{file: bilag/svarskema.pdf}, # se\n  {file: bilag/b.pdf}]",
    ],
)
def test_facts_in_a_form_that_cannot_be_cut_are_left_to_a_human(facts: str) -> None:
    plan = _plan(ATTACHMENT, {DIALOG_FILE: f"---\n{facts}\n---\n"})
    assert [rule for _, _, rule in _faults(plan)] == ["withdraw/form"]
