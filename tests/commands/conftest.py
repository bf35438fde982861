"""A project that is live."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def live(project: Path, house: Path) -> Path:
    """Return a project of the house whose site is built."""
    shutil.copytree(house, project / "output")
    return project
