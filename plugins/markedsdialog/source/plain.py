"""Words in which no sign means anything to Markdown -> past the patterns that look for signs.

Most of what an officer writes are plain words. Python-Markdown tries each of its patterns on them
all the same, and that is most of its time. The HTML is the same with and without this.
"""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_INLINE = re.compile(r"[`\\\[<&*_]|  \n")
"""With one of these, and not without, begins what an inline pattern of Markdown finds."""


class KeepPlain(Treeprocessor):
    """Takes the texts without any inline sign out of the hands of the inline patterns."""

    def run(self, root: Element) -> None:
        """Mark each such text as finished, in the way of the library."""
        for element in root.iter():
            if element.text and not _INLINE.search(element.text):
                element.text = AtomicString(element.text)
