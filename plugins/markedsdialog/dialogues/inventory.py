"""A dialogue's folder -> the files that it holds, each in its place, or what is out of place.

A file that the site does not know how to publish is a finding: nothing an editor put into the
folder may be lost without a word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from markedsdialog.findings import Finding
from markedsdialog.model.slug import slug

SEAL = ".seal.yml"
"""The ending of what stands beside approved minutes; it is not published."""
TEXTS = frozenset({"dialog.md", "oplaeg.md", "spoergeramme.md"})
ATTACHMENTS = frozenset(".pdf .docx .xlsx .pptx .odt .ods .odp .csv .txt .png .jpg .svg".split())


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files of one folder, by their paths below the content folder.

    attachments: the size in bytes of each file in `bilag/`.
    """

    folder: PurePosixPath
    texts: tuple[PurePosixPath, ...]
    minutes: tuple[PurePosixPath, ...]
    attachments: Mapping[PurePosixPath, int]
    findings: tuple[Finding, ...]

    def text(self, name: str) -> PurePosixPath | None:
        """Return the path of one of the dialogue's own texts, or None where there is none."""
        path = self.folder / name
        return path if path in self.texts else None


def take_inventory(folder: Path, content: Path, prefix: str) -> Inventory:
    """List the files of `folder`, which lies in `content`; findings call that folder `prefix`."""
    place = PurePosixPath(folder.relative_to(content).as_posix())
    texts, minutes, attachments = [], [], {}
    findings = list(_name_faults(place, prefix))
    for file in sorted(_files(folder)):
        path = PurePosixPath(file.relative_to(content).as_posix())
        if fault := _fault(file, path.relative_to(place), f"{prefix}/{path}"):
            findings.append(fault)
        elif path.name.endswith(SEAL):
            continue
        elif path.parent.name == "referater":
            minutes.append(path)
        elif path.parent.name == "bilag":
            attachments[path] = file.stat().st_size
        else:
            texts.append(path)
    findings += _missing_faults(folder, f"{prefix}/{place}")
    return Inventory(
        place, tuple(texts), tuple(minutes), MappingProxyType(attachments), tuple(findings)
    )


def _files(folder: Path) -> Iterator[Path]:
    """Yield files and symbolic links, without following a link into another folder."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(entry)
        else:
            yield entry


def _name_faults(place: PurePosixPath, prefix: str) -> Iterator[Finding]:
    if slug(place.name) != place.name:
        yield Finding(
            f"{prefix}/{place}",
            1,
            "folder/name",
            "A folder's name is its address: lower-case a-z, digits and hyphens",
            "Rename the folder",
        )


def _missing_faults(folder: Path, path: str) -> Iterator[Finding]:
    file = folder / "dialog.md"
    if not file.exists() and not file.is_symlink():
        yield Finding(
            f"{path}/dialog.md",
            1,
            "folder/missing",
            "A dialogue's folder must hold its facts, `dialog.md`",
            "Write the file, or remove the folder",
        )


def _fault(file: Path, inside: PurePosixPath, path: str) -> Finding | None:
    if file.is_symlink():
        return Finding(
            path,
            1,
            "folder/symlink",
            "A file must be a file of its own",
            "Put the file itself in place of the symbolic link",
        )
    if not file.is_file():
        return Finding(
            path, 1, "folder/kind", "A folder must hold ordinary files alone", "Remove it"
        )
    match inside.parts:
        case (name,) if name in TEXTS:
            return None
        case ("referater", name) if name.endswith(".md") and slug(inside.stem) == inside.stem:
            return None
        case ("referater", name) if name.endswith(SEAL) and _is_of_minutes(file):
            return None
        case ("referater", _):
            return Finding(
                path,
                1,
                "folder/minutes-name",
                "Minutes must be named with a-z, digits and hyphens, and end in .md",
                "Rename, move or remove the file",
            )
        case ("bilag", _) if inside.suffix in ATTACHMENTS:
            return _empty_fault(file, path)
    return Finding(
        path,
        1,
        "folder/unknown-file",
        "Each file must be one that the site publishes",
        "Move it to bilag/ and list it in dialog.md, or remove it",
    )


def _is_of_minutes(seal: Path) -> bool:
    return seal.with_name(seal.name.removesuffix(SEAL) + ".md").is_file()


def _empty_fault(file: Path, path: str) -> Finding | None:
    if file.stat().st_size:
        return None
    return Finding(
        path,
        1,
        "folder/empty",
        "A file that is handed out must not be empty",
        "Replace or remove it",
    )
