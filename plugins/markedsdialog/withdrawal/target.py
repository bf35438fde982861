"""A path that an editor gave -> the document that can be withdrawn there, or why none can."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from markedsdialog.dialogues.addresses import page_address
from markedsdialog.findings import Finding, Refused
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.vocabulary import DocumentKind

ASIDE = ".withdrawn"
"""The ending of a document's name while it is taken out: no folder may hold such a file, so that
nothing is built before the work is done, and the next run knows what to finish."""


@dataclass(frozen=True, slots=True)
class Target:
    """A document of a dialogue. file: its path below the content folder, also once it is gone."""

    kind: DocumentKind
    file: PurePosixPath
    address: str

    @property
    def slug(self) -> str:
        """Return the name of its dialogue."""
        return self.file.parts[1]

    @property
    def folder(self) -> PurePosixPath:
        """Return the folder of its dialogue, below the content folder."""
        return PurePosixPath(*self.file.parts[:2])

    @property
    def inside(self) -> PurePosixPath:
        """Return its path inside that folder, as facts name an attachment."""
        return self.file.relative_to(self.folder)

    @property
    def dialog(self) -> PurePosixPath:
        """Return the text with the facts of its dialogue, where the note belongs."""
        return self.folder / "dialog.md"

    @property
    def aside(self) -> PurePosixPath:
        """Return where it lies while it is taken out."""
        return self.file.with_name(self.file.name + ASIDE)


def find_target(given: Path, content: Path) -> Target:
    """Return the document at `given`; raise Refused for every path that leads to none.

    A path must lie where it says: what climbs out of a folder or passes through a symbolic link on
    its way below the content is refused.
    """
    file = _inside(given, content)
    kind = _kind(file) if file else None
    address = page_address(file) if file else None
    if file is None or kind is None or address is None:
        must = "It must be minutes, an attachment, a briefing or a framework below content/"
        mend = "Name the file itself, as content/dialoger/SLUG/referater/NAME.md"
        raise Refused([Finding(given.as_posix(), 1, "withdraw/place", must, mend)])
    return Target(kind, file, address)


def holds(dialogue: Dialogue, target: Target) -> bool:
    """Tell whether the dialogue has the document."""
    match target.kind:
        case DocumentKind.BRIEFING:
            found: object = dialogue.briefing
        case DocumentKind.FRAMEWORK:
            found = dialogue.framework
        case DocumentKind.MINUTES:
            found = any(one.slug == target.file.stem for one in dialogue.minutes)
        case _:
            found = any(one.source == target.file for one in dialogue.attachments)
    return dialogue.slug == target.slug and bool(found)


def _inside(given: Path, content: Path) -> PurePosixPath | None:
    try:
        root, real = content.resolve(), given.resolve()
        depth = len(real.relative_to(root).parts)
        spelt = given.absolute()
        if not depth or spelt.parts[-depth:] != real.parts[-depth:]:
            return None
        if spelt.parents[depth - 1].resolve() != root:
            return None
    except (OSError, RuntimeError, ValueError):  # links in a circle; a name too long; elsewhere
        return None
    return PurePosixPath(real.relative_to(root).as_posix())


def _kind(file: PurePosixPath) -> DocumentKind | None:
    match file.parts:
        case ("dialoger", _, "oplaeg.md"):
            return DocumentKind.BRIEFING
        case ("dialoger", _, "spoergeramme.md"):
            return DocumentKind.FRAMEWORK
        case ("dialoger", _, "referater", name) if name.endswith(".md"):
            return DocumentKind.MINUTES
        case ("dialoger", _, "bilag", _):
            return DocumentKind.ATTACHMENT
    return None
