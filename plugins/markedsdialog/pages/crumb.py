"""A page -> one step of the way to it: words and an address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crumb:
    """A link inside the site, by its address relative to the site's root."""

    title: str
    address: str
