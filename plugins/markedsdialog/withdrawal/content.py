"""The folder of all content -> its texts, and the faults that it would have after a plan."""

import shutil
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from markedsdialog.anonymity.seal import beside
from markedsdialog.dialogues.library import read_library
from markedsdialog.findings import Finding, Refused, refuse_if_any
from markedsdialog.source import text
from markedsdialog.withdrawal.plan import Plan, Texts
from markedsdialog.withdrawal.target import Target
from markedsdialog.withdrawal.unlink import BY_HAND


def read_texts(content: Path, prefix: str, target: Target) -> Texts:
    """Return every text but the document itself; raise Refused with the faults of all of them.

    prefix: what findings call the folder.
    """
    texts: dict[PurePosixPath, text.Source] = {}
    findings: list[Finding] = []
    for file in sorted(content.rglob("*.md")):
        place = PurePosixPath(file.relative_to(content).as_posix())
        if place != target.file:
            try:
                texts[place] = text.read(file, f"{prefix}/{place}")
            except Refused as refused:
                findings += refused.findings
    refuse_if_any(findings)
    return texts


def sealed(content: Path, texts: Texts) -> frozenset[PurePosixPath]:
    """Return the minutes that have a seal."""
    return frozenset(place for place in texts if (content / beside(place)).is_file())


def refuse_unsound(
    plan: Plan, target: Target, content: Path, prefix: str, authorities: Collection[str]
) -> None:
    """Raise Refused with every fault that the content would have after the plan.

    It is tried on a copy; the lines of findings are those of the texts as they would be. A link
    that is a fault of the plan already is not told twice.
    """
    told = {fault.path for fault in plan.faults if fault.rule == BY_HAND}
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content, copy, symlinks=True)
        for gone in (target.file, target.aside, beside(target.file), *_left_behind(plan)):
            (copy / gone).unlink(missing_ok=True)
        for place, new in plan.texts:
            (copy / place).write_bytes(new.encode())
        try:
            read_library(copy, authorities, prefix)
        except Refused as refused:
            refuse_if_any(
                one for one in refused.findings if one.rule != "prose/link" or one.path not in told
            )


def _left_behind(plan: Plan) -> Iterator[PurePosixPath]:
    """Yield what a killed run may have left beside the texts, and what the next one replaces."""
    for place, _ in plan.texts:
        yield place.with_name(f".{place.name}.new")
