"""A file of a checkout -> what git's history holds of it, and the command that would remove it."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PATIENCE = 600
"""Seconds that git may take; a history of a million commits takes less."""


@dataclass(frozen=True, slots=True)
class History:
    """What a checkout remembers of a file, under the name that it has now.

    commits: how many hold it, on any branch. first, last: the oldest and the newest of them, as
    short hashes; empty where there is none.
    removal: the command that rewrites history without it, to be run at the top of the checkout.
    shallow: whether older commits were never fetched, so that nobody here can count them.
    """

    commits: int
    first: str
    last: str
    removal: str
    shallow: bool


def history_of(file: PurePosixPath, root: Path, *beside: PurePosixPath) -> History | None:
    """Return what history holds of a file of the checkout `root`; None where git tells nothing.

    file: its path below `root`; it may be gone by now. beside: what is to be removed with it.
    """
    try:
        folder = PurePosixPath(_git(root, "rev-parse", "--show-prefix").strip())
        shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"
        revisions = _git(root, "rev-list", "--all", "--topo-order", "--reverse").split()
        holding = _holding(root, revisions, folder / file)
        first, last = (_short(root, one) for one in (holding[:1], holding[-1:]))
    except (OSError, subprocess.SubprocessError):
        return None
    named = " ".join(f"--path {shlex.quote(str(folder / path))}" for path in (file, *beside))
    removal = f"git filter-repo --invert-paths {named}"
    return History(len(holding), first, last, removal, shallow)


def _short(root: Path, revision: Sequence[str]) -> str:
    return _git(root, "rev-parse", "--short", *revision).strip() if revision else ""


def _holding(root: Path, revisions: Sequence[str], path: PurePosixPath) -> list[str]:
    """Return the revisions whose files have this path, in their order."""
    asked = "".join(f"{revision}:{path}\n" for revision in revisions)
    answers = _git(root, "cat-file", "--batch-check", said=asked).splitlines()
    return [
        revision
        for revision, answer in zip(revisions, answers, strict=True)
        if not answer.endswith(" missing")
    ]


def _git(root: Path, *command: str, said: str | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - fixed commands
        ["git", "-C", str(root), *command],  # noqa: S607 - the editor's own git
        input=said,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    return done.stdout
