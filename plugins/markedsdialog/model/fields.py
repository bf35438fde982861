"""What one fact may look like: the small types that the models of the field are made of."""

import re
from pathlib import PurePosixPath
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

T = TypeVar("T")

NOT_STATED = "not stated"
"""Written where the contracting authority does not tell; the page says "ikke oplyst"."""


class FactModel(BaseModel):
    """A model of facts: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _unless_not_stated(value: object) -> object:
    return None if value == NOT_STATED else value


def _one_line(value: str) -> str:
    if "\n" in value:
        raise ValueError("Must be one line")
    return value


def _slug(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError("Must be lower-case letters a-z, digits and single hyphens")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", value):
        raise ValueError("Must be a web address that begins with https://")
    return value


def _mailbox(value: str) -> str:
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>.]+(\.[^@\s<>.]+)+", value):
        raise ValueError("Must be a mail address, like udbud@kommune.example")
    return value


def _attachment(value: str) -> PurePosixPath:
    path = PurePosixPath(value)
    if path.parent != PurePosixPath("bilag"):
        raise ValueError("Must be a file in bilag/, like bilag/svarskema.docx")
    if not re.fullmatch(r"[a-z0-9]+([._-][a-z0-9]+)*", path.name):
        raise ValueError("The file's name must be lower-case a-z, digits, hyphens and dots")
    return path


def _count(value: object) -> object:
    """Refuse what the library would read as another number: `4.000` is four thousand in Danish."""
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]{0,14}", value):
        raise ValueError("Must be a whole number above zero, in digits alone, like 4000")
    return value


def _cpv_code(value: str) -> str:
    """Check the form alone (Regulation (EC) No 213/2008); no package holds the list itself."""
    if not re.fullmatch(r"[0-9]{8}-[0-9]", value):
        raise ValueError("Must be a CPV code: eight digits, a hyphen and a check digit")
    return value


Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)
]
Slug = Annotated[str, AfterValidator(_slug)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Mailbox = Annotated[str, AfterValidator(_mailbox)]
AttachmentPath = Annotated[PurePosixPath, BeforeValidator(_attachment)]
Count = Annotated[int, BeforeValidator(_count)]
CpvCode = Annotated[str, AfterValidator(_cpv_code)]
Language = Literal["da", "en", "sv", "no", "de"]
Stated = Annotated[T | None, BeforeValidator(_unless_not_stated)]
"""A fact that must be written, with `not stated` where nothing can be told."""
