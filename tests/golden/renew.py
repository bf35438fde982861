"""The house's content -> the files below `site/`, which the tests compare each page with."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from golden.test_golden import GOLDEN, texts
from house.project import build, make_project

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        built = texts(build(make_project(Path(folder) / "project")))
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for name, text in built.items():
        file = GOLDEN / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
