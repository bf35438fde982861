"""Wiring only: the settings of the site without its judges, to measure what making pages costs."""

from markedsdialog.engine import generator
from pelicanconf import *  # noqa: F403 - every setting

PLUGINS = [generator]
