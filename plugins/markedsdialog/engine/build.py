"""Pelican's run, made strict: staged, all or nothing, and deaf to no warning."""

import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.log import FatalLogger
from pelican.plugins import signals

from markedsdialog.engine.staging import Stage, staged
from markedsdialog.findings import Refused, refuse_if_any
from markedsdialog.judging import BUILT, judgement


class Build(Pelican):  # type: ignore[misc]  # Pelican ships no types
    """The build behind `pelican content`, `make site` and `markedsdialog serve` alike.

    Its own generators are left out, so that no page can appear which nobody asked for.
    """

    def run(self) -> None:
        """Build, or tell what must be mended and leave with exit code 1."""
        try:
            count = self.build()
        except Refused as refused:
            sys.exit(f"{refused}\n{len(refused.findings)} to mend. The site is as it was.")
        except OSError as error:
            # A full disk is met while writing, where the system names no file.
            place = error.filename or self.output_path
            sys.exit(f"{place}: {error.strerror}. The site is as it was.")
        print(f"{count} files in {self.output_path}")  # noqa: T201 - Pelican's command ends here

    def build(self) -> int:
        """Make the site, put it in place and return the number of its files.

        Raises Refused or OSError, and then leaves what is live as it was.
        """
        with _without_collecting(), staged(Path(self.output_path)) as folder:
            context = self.settings.copy()
            kinds = self._get_generator_classes()
            generators = [self._make(kind, context, folder) for kind in kinds]
            for generator in generators:
                generator.generate_context()
            stage = Stage(folder)
            for generator in generators:
                generator.generate_output(stage)
            signals.finalized.send(self)
            refuse_if_any(judgement(context[BUILT]))
        return stage.count

    def _get_generator_classes(self) -> list[type[Generator]]:
        """Return the generators of the plugins alone; Pelican's own are left out."""
        return [kind for _, kind in signals.get_generators.send(self)]

    def _make(self, kind: type[Generator], context: dict[str, Any], folder: Path) -> Generator:
        return kind(
            context=context,
            settings=self.settings,
            path=self.path,
            theme=self.theme,
            output_path=str(folder),
        )


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage while nearly all that is made lives to the end.

    Looking takes a tenth of a build's time, and makes forked processes copy what they only read.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


def make_every_warning_fatal() -> None:
    """Turn on what Pelican's `--fatal warnings` does; called before it judges the settings.

    Pelican logs a fault and carries on; here whatever it logs as a warning or worse ends the
    build, however that was started; `--quiet` would keep a warning from being logged at all.
    """
    FatalLogger.fatal_lvl = logging.WARNING
    for logger in (logging.getLogger(), logging.getLogger("pelican")):
        logger.setLevel(min(logger.level, logging.WARNING))
