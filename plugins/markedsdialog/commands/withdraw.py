"""`markedsdialog withdraw DOCUMENT --reason TEXT --by ROLE`: takes a published document out again.

Exit code 0: it is gone from the content and from the built site, and a public note says so. 1: it
was refused, and nothing was changed; or something failed on the way, and what to do is told.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from pelican.settings import read_settings

from markedsdialog.anonymity.private import private
from markedsdialog.anonymity.seal import beside
from markedsdialog.engine.build import Build
from markedsdialog.engine.generator import stated_instant
from markedsdialog.findings import Refused
from markedsdialog.history import history_of
from markedsdialog.model.vocabulary import DocumentKind
from markedsdialog.project import shown
from markedsdialog.search.index import MANIFEST
from markedsdialog.withdrawal.act import take_out
from markedsdialog.withdrawal.job import Asked, Folders, Job, prepare
from markedsdialog.withdrawal.target import Target

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no public name

NOTHING = "Nothing was changed."
HALF = "It is half done, and no build passes until it is finished: run the same command again."
NOT_BUILT = """\
The document is out of content/, but the site could not be built: what is live still shows it.
Mend this, and run the same command again."""
SEARCH_DATA = PurePosixPath(MANIFEST).parent


def add_to(subparsers: "Subparsers") -> None:
    """Declare the command's arguments."""
    parser = subparsers.add_parser("withdraw", help="take a published document out again")
    parser.add_argument("document", type=Path, help="a file below content/dialoger/SLUG/")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="what the public is told")
    parser.add_argument("--by", required=True, metavar="ROLE", help="a role, never a name")
    parser.add_argument("--title", metavar="TEXT", help="in place of a title that must go too")
    parser.add_argument(
        "--project", type=Path, default=Path(), help="the checkout; here by default"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Plan the whole, write it, build the site, and tell what went away and what is left."""
    after = NOTHING
    try:
        build = Build(read_settings(str((arguments.project / "pelicanconf.py").absolute())))
        folders = _folders(build)
        asked = Asked(arguments.document, arguments.reason, arguments.by, arguments.title)
        job = prepare(asked, folders, stated_instant())
        after = HALF
        take_out(job, folders.content)
        after = NOT_BUILT
        before = _addresses(folders.live)
        count = build.build()
    except (Refused, OSError) as fault:
        print(fault, after, sep="\n", file=sys.stderr)
        return 1
    except BaseException:  # a fault of the program, or Ctrl-C: it goes on, and the state is told
        print(after, file=sys.stderr)
        raise
    print(f"{shown(folders.content)}/{job.target.file}: withdrawn by {asked.by}")
    print(f"{count} files built in {shown(folders.live)}, without it and with its note.")
    gone = before - _addresses(folders.live)
    for line in (*_changed(job), *_gone(job, gone), *_left(job.target, folders)):
        print(line)
    return 0


def _folders(build: Build) -> Folders:
    return Folders(
        project=Path(build.settings["PROJECT_PATH"]),
        content=Path(build.path),
        data=Path(build.settings["DATA_PATH"]),
        live=Path(build.output_path),
    )


def _addresses(site: Path) -> frozenset[str]:
    """Return the address of every file of a built site; none where no site was built."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return frozenset(
        name.removesuffix("index.html") if PurePosixPath(name).name == "index.html" else name
        for name in files
    )


def _changed(job: Job) -> Iterator[str]:
    """Yield what else was changed, and what is to be looked at."""
    yield from map(str, job.plan.changed)
    if job.plan.to_look_at:
        yield "\nLook at these places:"
        yield from map(str, job.plan.to_look_at)


def _gone(job: Job, gone: frozenset[str]) -> Iterator[str]:
    """Yield the addresses that were published and are no more; the document's own in any case."""
    pages = {one for one in gone if not PurePosixPath(one).is_relative_to(SEARCH_DATA)}
    yield "\nAsk search engines to remove these; caches and feed readers may keep the title:"
    for address in sorted({job.target.address, *pages}):
        yield f"{job.site}/{quote(address)}"
    if len(pages) < len(gone):
        yield f"The search data that held its words is gone too: {len(gone) - len(pages)} files."


def _left(target: Target, folders: Folders) -> Iterator[str]:
    """Yield where the document still stands: in history, in copies, in private/."""
    yield from _in_history(target, folders.content)
    notes = sorted(private(folders.project, target.slug).folder.glob(f"{target.file.stem}.*"))
    if notes:
        yield "\nThis still speaks of it, and stays:"
        yield from map(shown, notes)
    if not (folders.project / "private").exists():
        yield "\nNo register was here to read: the words of the note were judged without one."


def _in_history(target: Target, content: Path) -> Iterator[str]:
    seals = [beside(target.file)] if target.kind is DocumentKind.MINUTES else []
    history = history_of(target.file, content, *seals)
    yield ""
    if history is None:
        yield "Git tells no history of this folder. Whatever keeps its earlier versions keeps it."
        return
    if history.shallow:
        yield "This clone is shallow: older commits are not counted."
    if not history.commits:
        yield "No commit of this checkout holds it under this name."
        return
    yield "Commit the change, so that no other checkout publishes it again."
    yield f"Commits that hold it: {history.commits}, from {history.first} to {history.last}."
    yield f"What would remove it: {history.removal}"
    yield "That rewrites every later commit. It reaches no clone, no backup and no log of the host,"
    yield "and not the links and the title in earlier versions of other files."
