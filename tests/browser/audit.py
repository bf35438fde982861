"""Four pages of the checkout's own site -> Lighthouse's scores, printed: `make audit`.

A report and not a gate: its performance moves with the load of the machine.
"""

import json
import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from browser.conftest import served
from browser.sites import Site
from browser.tools import CHROMIUM_FLAGS, HERE, NODE, chromium
from house.project import PELICAN, REAL_INSTANT, ROOT, run

LIGHTHOUSE = HERE / "audit" / "node_modules" / "lighthouse" / "cli" / "index.js"
KINDS = ("front", "dialogue", "framework", "minutes")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def scores(url: str) -> dict[str, int]:
    """Return the scores of one page, of 100."""
    done = subprocess.run(
        [
            *(NODE, str(LIGHTHOUSE), url, "--quiet", "--output=json", "--locale=da"),
            f"--chrome-flags=--headless=new {' '.join(CHROMIUM_FLAGS)}",
        ],
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in CATEGORIES}


def report(site: Site) -> None:
    """Print a line for each page."""
    print(f"{'':12}", *CATEGORIES)  # noqa: T201 - a command
    for kind in KINDS:
        found = scores(site.url(site.heaviest(kind)))
        line = " ".join(str(found[name]).rjust(len(name)) for name in CATEGORIES)
        print(f"{kind:12} {line}")  # noqa: T201 - a command


def main() -> None:
    """Build the site and ask."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "site"
        done = run(ROOT, PELICAN, "content", "-o", str(output), at=REAL_INSTANT)
        if done.returncode != 0:
            raise SystemExit(done.stderr)
        with served(output) as site:
            report(site)


if __name__ == "__main__":
    main()
