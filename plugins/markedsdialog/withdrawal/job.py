"""What an editor asks for -> a job that can be carried out, or every reason why it cannot be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from markedsdialog import project, site
from markedsdialog.anonymity import project as anonymity
from markedsdialog.anonymity.gate import Watch
from markedsdialog.anonymity.stated import is_role, publication_faults
from markedsdialog.findings import Attempts, Finding, Refused, refuse_if_any
from markedsdialog.model.publication import told
from markedsdialog.model.time import as_hour
from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.source import text
from markedsdialog.source.frontmatter import split
from markedsdialog.withdrawal.content import read_texts, refuse_unsound, sealed
from markedsdialog.withdrawal.note import Note, is_noted, listed_title, words_faults
from markedsdialog.withdrawal.plan import Plan, Request, Texts, make_plan
from markedsdialog.withdrawal.target import Target, find_target, holds
from markedsdialog.withdrawal.unlink import by_hand


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked. by: a role. title: given where the document's own must go too."""

    document: Path
    reason: str
    by: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are. project: what holds private/. live: the site as it was built last."""

    project: Path
    content: Path
    data: Path
    live: Path


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done. site: where the site is published, without a final slash."""

    target: Target
    plan: Plan
    site: str


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every step of the preparation builds on."""

    target: Target
    watch: Watch
    data: site.Data
    texts: Texts


def prepare(asked: Asked, folders: Folders, at: datetime) -> Job:
    """Return the job; raise Refused with every reason against it. Nothing is written.

    at: the aware instant that the note tells. A run that was killed is taken up where it stopped:
    the document lies aside, or it is gone and the site that still shows it is to be built.
    """
    ground = _ground(asked, folders, at)
    found = any(_places(ground.target, folders.content))
    if not found or ground.target.dialog not in ground.texts:
        _refuse_unless_taken_out(asked, ground, folders)
        return Job(ground.target, Plan(), ground.data.site.url)
    plan = _plan(asked, ground, folders, at)
    return Job(ground.target, plan, ground.data.site.url)


def _ground(asked: Asked, folders: Folders, at: datetime) -> _Ground:
    checks = Attempts()
    target = checks.attempt(lambda: find_target(asked.document, folders.content))
    watch = checks.attempt(lambda: _watch(target, folders))
    if watch:
        checks.findings += _word_faults(asked, watch)
    data = checks.attempt(lambda: _data(target, folders, at))
    refuse_if_any(checks.findings)
    if target is None or watch is None or data is None:
        raise AssertionError("what could not be read has a finding")
    texts = read_texts(folders.content, project.shown(folders.content), target)
    return _Ground(target, watch, data, texts)


def _watch(target: Target | None, folders: Folders) -> Watch:
    """Return what may not stand in the note; the terms of the dialogue count in it too."""
    known = anonymity.read_project(folders.project, folders.content, folders.data)
    watch = known.watch(known.registers())
    return watch.within(folders.content / target.file) if target else watch


def _word_faults(asked: Asked, watch: Watch) -> Iterator[Finding]:
    """Yield what is wrong with the words on the command line; no word is repeated."""
    if not is_role(asked.by, watch):
        must = "A document is withdrawn by a role, never by a name"
        yield Finding("--by", 1, "withdraw/role", must, "Name the role")
    for option, words in (("--reason", asked.reason), ("--title", asked.title)):
        if words is not None:
            yield from words_faults(words, option)
            mend = "Say it in other words"
            yield from publication_faults(words, watch, option, mend, deny=True)


def _data(target: Target | None, folders: Folders, at: datetime) -> site.Data:
    """Return data/; raise Refused when the content does not hold the document for all to read."""
    if target and not (folders.content / target.file).exists():
        return site.read(folders.data, project.shown(folders.data))
    whole = project.read_project(folders.content, folders.data)
    if target and not any(holds(one, target) for one in told(whole.library.dialogues, at)):
        must = "Only what has been published can be withdrawn"
        mend = "Delete the file, and what dialog.md says of it"
        path = f"{project.shown(folders.content)}/{target.file}"
        raise Refused([Finding(path, 1, "withdraw/not-published", must, mend)])
    return whole.data


def _places(target: Target, content: Path) -> Iterator[Path]:
    """Yield where the document lies: in its place, or aside."""
    yield from (one for one in (content / target.file, content / target.aside) if one.exists())


def _refuse_unless_taken_out(asked: Asked, ground: _Ground, folders: Folders) -> None:
    """Raise Refused unless the document is gone, noted, and on the site that was built before."""
    target = ground.target
    dialog = ground.texts.get(target.dialog)
    page = folders.live / target.address
    is_live = page.is_file() or (page / "index.html").is_file()
    if dialog and is_live and is_noted(split(dialog).facts, asked.title, asked.reason):
        return
    path = f"{project.shown(folders.content)}/{target.file}"
    must = "The document must be there"
    mend = "Look for its name; where it was withdrawn before, `make site` builds without it"
    raise Refused([Finding(path, 1, "withdraw/unknown", must, mend)])


def _plan(asked: Asked, ground: _Ground, folders: Folders, at: datetime) -> Plan:
    checks = Attempts()
    prefix, authorities = project.shown(folders.content), ground.data.authorities
    own = _own_title(ground, folders.content)
    if own and asked.title is None:
        path = f"{prefix}/{ground.target.file}"
        mend = "Give the note another title with --title"
        checks.findings += publication_faults(own, ground.watch, path, mend, deny=False)
    note = _note(asked, own, ground, folders.content, at)
    request = Request(ground.target, note, own, ground.data.site.url)
    plan = make_plan(request, ground.texts, sealed(folders.content, ground.texts))
    checks.findings += (*plan.faults, *_menu_faults(ground))
    checks.attempt(
        lambda: refuse_unsound(plan, ground.target, folders.content, prefix, authorities)
    )
    refuse_if_any(checks.findings)
    return plan


def _menu_faults(ground: _Ground) -> Iterator[Finding]:
    """Yield each entry of the site's menus that leads to the document."""
    for link in ground.data.links:
        if link.href.partition("#")[0] == ground.target.address:
            yield by_hand(link.path, link.line)


def _own_title(ground: _Ground, content: Path) -> str | None:
    """Return the document's own title; None for an attachment that no facts list any more."""
    target = ground.target
    if target.kind is DocumentKind.ATTACHMENT:
        return listed_title(split(ground.texts[target.dialog]).facts, target)
    file = next(_places(target, content))
    title = split(text.read(file, project.shown(file))).facts.values.get("title")
    return title if isinstance(title, str) else None


def _note(
    asked: Asked, own: str | None, ground: _Ground, content: Path, at: datetime
) -> Note | None:
    """Return the note to be written; None when a run that was killed has written it."""
    facts = split(ground.texts[ground.target.dialog]).facts
    title = asked.title or own
    is_new = (content / ground.target.file).exists()
    if not own or not title or (not is_new and is_noted(facts, title, asked.reason)):
        return None
    return Note(as_hour(at), title.strip(), asked.reason.strip())
