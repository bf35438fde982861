"""An image -> what it carries besides its pixels: EXIF, XMP, IPTC, comments, text chunks.

Pixels are not read: what is drawn in a picture is for the editor's eyes.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from PIL import ExifTags, Image, ImageSequence, UnidentifiedImageError

from markedsdialog.anonymity.extract import markup
from markedsdialog.anonymity.extract.decode import runs
from markedsdialog.anonymity.extract.passage import Contents, Passage, fault

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP", "ICO")
_ENDS = {"PNG": b"IEND\xaeB`\x82", "JPEG": b"\xff\xd9", "GIF": b";"}
_DIRECTORIES = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1, ExifTags.IFD.Interop)


def read(data: bytes) -> Contents:
    """Return every text of an image's metadata, and what stands behind its end."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                texts = list(_texts(image))
                texts.append(_behind(data, image.format or ""))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return fault("file/too-large")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError):
        return fault("file/unreadable")
    joined = markup.BREAK.join(text for text in texts if text.strip())
    return Contents(
        (Passage(markup.resolved(joined), "metadata", prose=False, data=True),) if joined else ()
    )


def _texts(image: Image.Image) -> Iterator[str]:
    image.load()  # text chunks may stand behind the pixels
    exif = image.getexif()
    yield from _values(exif)
    for directory in _DIRECTORIES:
        yield from _values(exif.get_ifd(directory))
    for frame in ImageSequence.Iterator(image):
        yield from _values(frame.info)
    for segment in getattr(image, "applist", ()):
        yield from _value(segment[1])


def _values(facts: Mapping[Any, Any]) -> Iterator[str]:
    for key, value in facts.items():
        if key == "icc_profile":  # made by the camera's or the program's maker
            continue
        if isinstance(key, str):
            yield key
        yield from _value(value)


def _value(value: object) -> Iterator[str]:
    if isinstance(value, bytes):
        yield runs(value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _values(value)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _value(item)


def _behind(data: bytes, kind: str) -> str:
    mark = _ENDS.get(kind)
    end = data.rfind(mark) if mark else -1
    return runs(data[end + len(mark) :]) if mark and end >= 0 else ""
