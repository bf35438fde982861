"""A site that is built but not yet live -> what still names somebody, and unsealed minutes."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from markedsdialog.anonymity import gate
from markedsdialog.anonymity.project import read_project
from markedsdialog.findings import Finding, Refused
from markedsdialog.judging import Built, add_judge


def judge(built: Built) -> Iterable[Finding]:
    """Judge every file of the site and every seal; whatever goes wrong closes the gate."""
    try:
        return tuple(_findings(built))
    except Refused as refused:
        return refused.findings
    except Exception as error:  # anything unexpected closes the gate, and is told
        return (gate.unexpected(error),)


def _findings(built: Built) -> Iterator[Finding]:
    project = read_project(built.project, built.content, built.data)
    sealed = [checked for _, checked in project.seals()]
    remembered = project.remembered("build")
    for one in sealed:
        yield from one.findings
    yield from gate.examine(
        built.folder,
        watch=project.watch(project.registers()),
        allowances=(*project.allowed.allowances, *(a for one in sealed for a in one.allowances)),
        remembered=remembered,
        today=built.today,
        is_minutes=lambda path: _is_minutes(path.relative_to(built.folder.absolute()), built),
    )
    remembered.save()


def _is_minutes(address: PurePosixPath, built: Built) -> bool:
    """Whether a file was made from minutes, or is minutes that are handed out.

    Feeds, lists and other pages take a title from minutes and nothing else; it stands on the page
    of the minutes too, and is judged there.
    """
    return gate.holds_minutes(address) or str(address) in built.minutes


def register() -> None:
    """Answer the engine when it asks its judges; Pelican calls this once for each plugin."""
    add_judge(judge)
