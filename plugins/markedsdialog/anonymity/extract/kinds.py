"""Name and bytes of a file -> the extractor of its kind; an unknown kind closes the gate.

What reads PDF and images is imported when the first of them is met: it takes a tenth of a second.
"""

from collections.abc import Callable

from markedsdialog.anonymity.extract import markup, package, plain_files
from markedsdialog.anonymity.extract.decode import decode
from markedsdialog.anonymity.extract.passage import Contents, fault, merged

LARGEST = 200_000_000
_WOFF2 = b"wOF2"
_NO_TEXT = Contents()


TEXT_KINDS: dict[str, Callable[[str], Contents]] = {
    "html": markup.read,
    "htm": markup.read,
    "xhtml": markup.read,
    "xml": markup.read,
    "xsl": markup.read,
    "atom": markup.read,
    "rss": markup.read,
    "svg": markup.read,
    "json": plain_files.read_json,
    "jsonld": plain_files.read_json,
    "geojson": plain_files.read_json,
    "webmanifest": plain_files.read_json,
    "map": plain_files.read_json,
    "ics": plain_files.read_ics,
    "vcf": plain_files.read_ics,
    "csv": plain_files.read_csv,
    "tsv": plain_files.read_csv,
    "txt": plain_files.read_text,
    "md": plain_files.read_markdown,
    "markdown": plain_files.read_markdown,
    "yml": plain_files.read_text,
    "yaml": plain_files.read_text,
    "toml": plain_files.read_text,
    "css": plain_files.read_text,
    "js": plain_files.read_text,
    "mjs": plain_files.read_text,
    "py": plain_files.read_text,
}
PACKAGES = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"})
IMAGES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "ico"})


def read(name: str, data: bytes) -> Contents:
    """Return everything that can be read in a file of this name."""
    kind = name.rpartition(".")[2].lower() if "." in name.strip(".") else ""
    if len(data) > LARGEST:
        return fault("file/too-large")
    if kind in TEXT_KINDS:
        text = decode(data)
        return fault("file/unreadable") if text is None else TEXT_KINDS[kind](text)
    if kind in PACKAGES:
        return package.read(data, _image)
    if kind == "pdf":
        return _pdf(data)
    if kind in IMAGES:
        return _image(data)
    return _others(name, kind, data)


def _pdf(data: bytes) -> Contents:
    from markedsdialog.anonymity.extract import pdf  # noqa: PLC0415

    return pdf.read(data)


def _image(data: bytes) -> Contents:
    from markedsdialog.anonymity.extract import images  # noqa: PLC0415

    return images.read(data)


def _others(name: str, kind: str, data: bytes) -> Contents:
    if kind == "woff2":
        whole = data[:4] == _WOFF2 and int.from_bytes(data[8:12], "big") == len(data)
        return _NO_TEXT if whole else fault("file/unreadable")
    if name in {"CNAME", "_redirects", "_headers", ".nojekyll", ".htaccess", "LICENSE"}:
        text = decode(data)
        return fault("file/unreadable") if text is None else merged([plain_files.read_text(text)])
    return fault("file/unknown-kind")
