"""Wiring only: which folders, classes and plugins Pelican uses; what a site says is in data/."""

from pathlib import Path

from jinja2 import StrictUndefined

from markedsdialog.anonymity import plugin as anonymity
from markedsdialog.engine import generator
from markedsdialog.engine.build import Build, make_every_warning_fatal
from markedsdialog.links import plugin as links

make_every_warning_fatal()

ROOT = Path(__file__).parent

PROJECT_PATH = str(ROOT)
PATH = str(ROOT / "content")
DATA_PATH = str(ROOT / "data")
THEME = str(ROOT / "theme")
OUTPUT_PATH = str(ROOT / "output")
TIMEZONE = "Europe/Copenhagen"

# Modules, not names: a name that cannot be imported is skipped by Pelican with exit code 0.
PLUGINS = [generator, links, anonymity]
PELICAN_CLASS = Build

# Feeds are the generator's own work; Pelican's are turned off by name, as it asks.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Pelican's Jinja prints nothing for an unknown name and escapes nothing: both are turned around.
JINJA_ENVIRONMENT = {
    "undefined": StrictUndefined,
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,  # each build has an environment of its own
}
