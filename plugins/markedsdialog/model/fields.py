"""What one fact may look like: the small types that the models of the field are made of."""

import re
from collections.abc import Callable
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


def _formed(form: str, must: str) -> Callable[[object], object]:
    """Return a check that text is wholly of a form; `must` says so when it is not."""
    pattern = re.compile(form)

    def check(value: object) -> object:
        if isinstance(value, str) and not pattern.fullmatch(value):
            raise ValueError(must)
        return value

    return check


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(_formed(r"[^\n]*", "Must be one line")),
]
Slug = Annotated[
    str,
    AfterValidator(
        _formed(
            r"[a-z0-9]+(-[a-z0-9]+)*",
            "Must be lower-case letters a-z, digits and single hyphens",
        )
    ),
]
WebAddress = Annotated[
    str,
    AfterValidator(
        _formed(
            r"https://[^\s/.]+(\.[^\s/.]+)+(/\S*)?",
            "Must be a web address that begins with https://",
        )
    ),
]
Mailbox = Annotated[
    str,
    AfterValidator(
        _formed(
            r"[^@\s<>]+@[^@\s<>.]+(\.[^@\s<>.]+)+",
            "Must be a mail address, like udbud@kommune.example",
        )
    ),
]
AttachmentPath = Annotated[
    PurePosixPath,
    BeforeValidator(
        _formed(
            r"bilag/[a-z0-9]+([._-][a-z0-9]+)*",
            "Must be a file in bilag/ named in lower-case a-z, digits, hyphens and dots",
        )
    ),
]
Count = Annotated[
    int,
    # Before pydantic: it reads `4.000`, which is four thousand in Danish, as four.
    BeforeValidator(
        _formed(
            r"[1-9][0-9]{0,14}",
            "Must be a whole number above zero, in digits alone, like 4000",
        )
    ),
]
CpvCode = Annotated[
    str,
    # The form alone (Regulation (EC) No 213/2008); no package holds the list itself.
    AfterValidator(
        _formed(
            r"[0-9]{8}-[0-9]",
            "Must be a CPV code: eight digits, a hyphen and a check digit",
        )
    ),
]
Language = Literal["da", "en", "sv", "no", "de"]
Stated = Annotated[T | None, BeforeValidator(_unless_not_stated)]
"""A fact that must be written, with `not stated` where nothing can be told."""
