"""What holds for all tests, and the sites that many of them read, each built once.

Hypothesis asserts nothing about the clock of a busy machine.
"""

from pathlib import Path

import pytest
from browser.table import pytest_terminal_summary
from house.project import PELICAN, REAL_INSTANT, ROOT, build, make_project, run
from hypothesis import settings

__all__ = ["pytest_terminal_summary"]

settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of the house that the test may change."""
    return make_project(tmp_path / "project")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the house's site."""
    return build(make_project(tmp_path_factory.mktemp("house") / "project"))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the checkout's own content."""
    output = tmp_path_factory.mktemp("real") / "output"
    done = run(ROOT, PELICAN, "content", "-o", str(output), at=REAL_INSTANT)
    assert done.returncode == 0, done.stderr
    return output
