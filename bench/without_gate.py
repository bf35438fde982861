"""Wiring only: the settings of the site but for the gate, to measure what the gate costs."""

from markedsdialog.anonymity import plugin as gate
from pelicanconf import *  # noqa: F403 - every setting
from pelicanconf import PLUGINS as ALL

PLUGINS = [plugin for plugin in ALL if plugin is not gate]
