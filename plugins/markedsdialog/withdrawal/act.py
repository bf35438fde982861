"""A job -> the content without the document, in steps after none of which a build may mislead."""

import os
from pathlib import Path
from stat import S_IMODE

from markedsdialog.anonymity.private import write
from markedsdialog.anonymity.seal import beside
from markedsdialog.withdrawal.job import Job


def take_out(job: Job, content: Path) -> None:
    """Write the texts of a job and remove its document; raises OSError.

    Killed between two steps it leaves the content as it was, or such that no build passes, or done:
    unsealed minutes do not build, nor does a folder in which a document lies aside. The note is
    there before the document is gone for good. Done again, it goes on where it stopped.
    """
    file, aside = content / job.target.file, content / job.target.aside
    (content / beside(job.target.file)).unlink(missing_ok=True)
    if file.exists():
        os.replace(file, aside)  # noqa: PTH105 - says what it is: atomic
    for place, text in job.plan.texts:
        write(content / place, text, S_IMODE((content / place).stat().st_mode))
    aside.unlink(missing_ok=True)
