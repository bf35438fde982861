"""Words in which no sign means anything to Markdown -> their HTML, without asking Markdown much.

Most of what an officer writes are plain words: nearly every question of a framework is one such
line. Python-Markdown tries each of its rules on them all the same, and that is most of its time.
The HTML is the same with and without this.
"""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_INLINE = re.compile(r"[`\\\[<&*_]|  \n")
"""With one of these, and not without, begins what an inline pattern of Markdown finds."""

_PLAIN_LINE = re.compile(r"""[^\W\d_](?:[^\W_]|[ ,.;:?!'"/()%§»«\u2013-])*(?<! )""")
"""A line that begins with a letter, and so no block of Markdown, and holds nothing to escape."""


def paragraph(text: str) -> str | None:
    """Return the safe HTML of a text that is one plain line, and None for every other text."""
    line = text.strip("\n")
    return f"<p>{line}</p>" if _PLAIN_LINE.fullmatch(line) else None


class KeepPlain(Treeprocessor):
    """Takes the texts without any inline sign out of the hands of the inline patterns."""

    def run(self, root: Element) -> None:
        """Mark each such text as finished, in the way of the library."""
        for element in root.iter():
            if element.text and not _INLINE.search(element.text):
                element.text = AtomicString(element.text)
