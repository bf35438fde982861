"""Source files -> the addresses of their pages, and links between files -> links between pages.

Editors link from file to file (`[oplægget](oplaeg.md#formaal)`), so that the link works in their
own editor too; on the site the same link leads from page to page.
"""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from urllib.parse import unquote, urlsplit

from markedsdialog.source.prose import UnknownTarget

PAGES_OF_A_DIALOGUE = {"dialog.md": "", "oplaeg.md": "oplaeg/", "spoergeramme.md": "spoergeramme/"}


def page_address(source: PurePosixPath) -> str | None:
    """Return the address that a file of `content/` has on the site, or None if it has none.

    Addresses are relative to the site's root and end in a slash where they name a page.
    """
    match source.parts:
        case ("dialoger", slug, name) if name in PAGES_OF_A_DIALOGUE:
            return f"dialoger/{slug}/{PAGES_OF_A_DIALOGUE[name]}"
        case ("dialoger", slug, "referater", name) if name.endswith(".md"):
            return f"dialoger/{slug}/referater/{name.removesuffix('.md')}/"
        case ("dialoger", _, "bilag", _):
            return str(source)
        case ("sider", name) if name.endswith(".md"):
            return f"{name.removesuffix('.md')}/"
    return None


def linked_file(source: PurePosixPath, path: str) -> PurePosixPath:
    """Return the file that the path of a link in `source` names, both below the content folder."""
    return PurePosixPath(normpath(source.parent / unquote(path)))


@dataclass(frozen=True, slots=True)
class Links:
    """Resolves the links of one source file; `root` is the folder of the content."""

    root: Path
    source: PurePosixPath

    def __call__(self, written: str) -> str:
        """Return the link as it must stand on the page; raise UnknownTarget without a target."""
        parts = urlsplit(written)
        if parts.netloc or written.startswith("/"):
            raise UnknownTarget(
                "A link must begin with https:, mailto: or tel:, or name a file here"
            )
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if parts.query:
            raise UnknownTarget("A link to a file here must have no `?`")
        if not parts.path:
            return self._same_page(fragment)
        target = linked_file(self.source, parts.path)
        if target.parts[:1] == ("..",):
            raise UnknownTarget("A link must stay inside the content folder")
        address = page_address(target)
        if address is None or not self._is_file(target):
            raise UnknownTarget("A link must lead to a file that the site publishes")
        return self._relative(address) + fragment

    def _is_file(self, target: PurePosixPath) -> bool:
        try:
            return (self.root / target).is_file()
        except OSError:  # a name that is longer than a file's can be
            return False

    def _same_page(self, fragment: str) -> str:
        if not fragment:
            raise UnknownTarget("A link must lead somewhere")
        return fragment

    def _relative(self, address: str) -> str:
        own = page_address(self.source) or ""
        path = relpath(address, own or ".")
        return f"{path}/" if address.endswith("/") else path
