"""Folder of downloaded packages -> the tables of the lexicon: `python -m ... PACKAGES INTO`."""

import sys
from pathlib import Path

from markedsdialog.anonymity.lexicon import build

build.build(Path(sys.argv[1]), Path(sys.argv[2]))
