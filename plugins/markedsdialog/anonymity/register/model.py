"""Who must not be named: frozen values, neither files nor text."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Side(StrEnum):
    """On whose behalf somebody took part."""

    AUTHORITY = "authority"
    SUPPLIER = "supplier"
    ADVISER = "adviser"
    OTHER = "other"


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Person(_Fact):
    """Somebody who took part or was mentioned. supplier: the supplier's id, on that side."""

    name: str = Field(min_length=2)
    role: str = Field(min_length=2)
    side: Side
    supplier: str | None = None
    aliases: tuple[str, ...] = ()


class Supplier(_Fact):
    """A supplier, or one half of a consortium, which is a supplier with a letter of its own.

    names: the full name first, then every short name.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    names: tuple[str, ...] = Field(min_length=1)
    domains: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


class Register(_Fact):
    """All who must not be named in one dialogue. numbers: case and document numbers."""

    people: tuple[Person, ...] = ()
    suppliers: tuple[Supplier, ...] = ()
    numbers: tuple[str, ...] = ()
