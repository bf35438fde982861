"""What the authority itself publishes on purpose: its mailboxes, addresses and numbers."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Own:
    """All in lower case; phones as their digits alone."""

    mailboxes: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()

    def has_mailbox(self, written: str) -> bool:
        """Whether this is one of the site's functional mailboxes."""
        return written.lower() in self.mailboxes

    def has_address(self, written: str) -> bool:
        """Whether this is part of one of the authority's addresses."""
        plain = " ".join(written.lower().split())
        return any(
            plain in own and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", own)
            for own in self.addresses
        )

    def has_phone(self, written: str) -> bool:
        """Whether this is one of the authority's numbers, with or without +45."""
        digits = re.sub(r"\D", "", written)
        return digits.removeprefix("00").removeprefix("45") in self.phones or digits in self.phones


def own(
    mailboxes: tuple[str, ...] = (), addresses: tuple[str, ...] = (), phones: tuple[str, ...] = ()
) -> Own:
    """Return what is written in the settings, made comparable."""
    return Own(
        frozenset(mailbox.lower() for mailbox in mailboxes),
        frozenset(" ".join(address.lower().split()) for address in addresses),
        frozenset(re.sub(r"\D", "", phone)[-8:] for phone in phones),
    )
