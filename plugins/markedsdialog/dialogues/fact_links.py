"""Facts of `dialog.md` -> the links that they put on pages, with the lines on which they stand."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from markedsdialog.model.prose import SourceLink
from markedsdialog.source.frontmatter import Document
from markedsdialog.source.yaml import Where, leaves


def fact_links(document: Document, folder: PurePosixPath) -> Iterator[SourceLink]:
    """Yield each link; `folder` is the dialogue's, below the content folder."""
    for where, text in leaves(document.facts.values):
        if href := _href(where, text, folder):
            yield SourceLink(href, document.path, document.facts.line(where))


def _href(where: Where, text: str, folder: PurePosixPath) -> str | None:
    match where:
        case (*_, "mailbox"):
            return f"mailto:{text}"
        case (*_, "url"):
            return text
        case (*_, "file"):
            return f"{folder}/{text}"
        case ("authority",):
            return f"ordregivere/{text}/"
        case ("related", int()):
            return f"dialoger/{text}/"
    return None
