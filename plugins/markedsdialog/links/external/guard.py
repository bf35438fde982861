"""A server's name or number -> its public addresses only; the rest is never asked."""

import ipaddress
import socket
from collections.abc import Callable

from aiohttp.abc import AbstractResolver, ResolveResult

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allowed = Callable[[Address], bool]
"""Tells whether an address may be asked; tests allow loopback, nothing else does."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


class PrivateAddressError(OSError):
    """A name led to an address that is not public."""


def is_public(address: Address) -> bool:
    """Tell whether an address belongs to the open internet, whatever it is wrapped in."""
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inner(address)) is not None:
        return is_public(inner)
    return address.is_global and not address.is_multicast


def _inner(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:
        return ipaddress.IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour


def literal(host: str) -> Address | None:
    """Read a host that is a number; None when it is a name."""
    try:
        return ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None


class GuardedResolver(AbstractResolver):
    """Asks another resolver and lets through what is allowed, at the moment of connecting.

    The connection is made to the addresses given here, so that a name that changes its answer
    between a check and the request gains nothing.
    """

    def __init__(self, inner: AbstractResolver, allowed: Allowed) -> None:
        self._inner = inner
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Raise PrivateAddressError when no address is left, OSError as the inner resolver does."""
        found = await self._inner.resolve(host, port, family)
        public = [each for each in found if self._may(each["host"])]
        if found and not public:
            raise PrivateAddressError(f"{host} leads to a private address")
        return public

    def _may(self, host: str) -> bool:
        address = literal(host)
        return address is not None and self._allowed(address)

    async def close(self) -> None:
        """Close the inner resolver."""
        await self._inner.close()
