"""A text of a test -> the golden file that somebody looked at, or a difference to look at.

`make golden` (GOLDEN=renew) writes the files anew; the commit then shows what became different.
"""

import os
from difflib import unified_diff

from browser.tools import HERE

FOLDER = HERE / "golden"


def differences(name: str, text: str) -> str:
    """Return how the text differs from its golden file; nothing while goldens are renewed."""
    file = FOLDER / name
    if os.environ.get("GOLDEN") == "renew":
        file.write_text(text, "utf-8")
    before = file.read_text("utf-8") if file.exists() else ""
    return "\n".join(unified_diff(before.splitlines(), text.splitlines(), "golden", "now"))
