"""One address -> what its server answers, or why it does not; within bounds of time and size."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urldefrag, urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from markedsdialog.links.external.guard import (
    Allowed,
    GuardedResolver,
    PrivateAddressError,
    literal,
)
from markedsdialog.links.external.values import Failure, Limits, Reply, Verdict

_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


class Client:
    """Asks servers; every connection goes through the guard."""

    def __init__(self, session: aiohttp.ClientSession, limits: Limits, allowed: Allowed) -> None:
        self._session = session
        self._limits = limits
        self._allowed = allowed
        self._gate = asyncio.Semaphore(limits.at_once)

    async def ask(
        self, method: str, url: str, headers: Mapping[str, str] | None = None
    ) -> Reply | Failure:
        """Follow redirects to an answer. A fault of the server is a Failure and never raised."""
        try:
            async with self._gate, asyncio.timeout(self._limits.request_time):
                return await self._follow(method, url, headers or {})
        except TimeoutError:
            return Failure(Verdict.UNSURE, "no answer in time", passing=True)
        except aiohttp.ClientConnectorCertificateError as error:
            return Failure(Verdict.BROKEN, f"TLS: {_certificate_fault(error)}")
        except aiohttp.ClientConnectorDNSError as error:
            return _dns_failure(error)
        except aiohttp.ClientConnectorSSLError as error:
            return Failure(Verdict.BROKEN, f"TLS: {getattr(error.os_error, 'reason', 'failed')}")
        except aiohttp.ClientConnectorError as error:
            return _connect_failure(error)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return Failure(
                Verdict.UNSURE, f"no usable answer ({type(error).__name__})", passing=True
            )

    async def _follow(self, method: str, url: str, headers: Mapping[str, str]) -> Reply | Failure:
        moved_to, only_permanent, seen = "", True, {url}
        for _ in range(self._limits.redirects + 1):
            if fault := self._forbidden(url):
                return fault
            reply = await self._once(method, url, headers)
            if isinstance(reply, Reply):
                return replace(reply, moved_to=moved_to)
            status, url = reply
            only_permanent = only_permanent and status in _PERMANENT
            moved_to = url if only_permanent else moved_to
            if url in seen:
                return Failure(Verdict.BROKEN, "redirects in a circle")
            seen.add(url)
        return Failure(Verdict.BROKEN, f"more than {self._limits.redirects} redirects")

    def _forbidden(self, url: str) -> Failure | None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return Failure(Verdict.BROKEN, f"redirects to a {parts.scheme or 'nameless'} address")
        address = literal(parts.hostname)
        if address is not None and not self._allowed(address):
            return Failure(Verdict.BROKEN, "leads to a private address")
        return None

    async def _once(
        self, method: str, url: str, headers: Mapping[str, str]
    ) -> Reply | tuple[int, str]:
        """Send one request; a redirect is given as its status and where it leads."""
        asked = self._session.request(
            method, URL(url, encoded=_is_encoded(url)), headers=headers, allow_redirects=False
        )
        async with asked as response:
            where = response.headers.get("Location")
            if response.status in _REDIRECTS and where:
                return response.status, urldefrag(urljoin(url, where.strip()))[0]
            body, whole = await self._body(response) if method == "GET" else (b"", False)
            return Reply(
                status=response.status,
                url=url,
                body=body,
                whole=whole,
                is_html="html" in response.headers.get("Content-Type", "").lower(),
                etag=response.headers.get("ETag", ""),
                retry_after=retry_after(response.headers.get("Retry-After", "")),
            )

    async def _body(self, response: aiohttp.ClientResponse) -> tuple[bytes, bool]:
        """Read as much as is wanted, and tell whether that was all.

        A body that breaks off is no worse than a long one: the server has answered.
        """
        body = bytearray()
        try:
            async for chunk in response.content.iter_chunked(_CHUNK):
                body += chunk
                if len(body) >= self._limits.body:
                    response.close()
                    return bytes(body[: self._limits.body]), False
        except aiohttp.ClientPayloadError:
            response.close()
            return bytes(body), False
        return bytes(body), True


def _is_encoded(url: str) -> bool:
    """Send an address that is ASCII as it was written: another spelling is another address."""
    return url.isascii() and " " not in url


def retry_after(value: str) -> float | None:
    """Read a Retry-After header: seconds or a date (RFC 9110, 10.2.3); None when it is neither."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    zoned = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (zoned - datetime.now(UTC)).total_seconds())


def _certificate_fault(error: aiohttp.ClientConnectorCertificateError) -> str:
    cause = error.certificate_error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return cause.verify_message or "the certificate does not hold"
    return "the certificate is for another name"


def _dns_failure(error: aiohttp.ClientConnectorDNSError) -> Failure:
    cause = error.os_error
    if isinstance(cause, PrivateAddressError):
        return Failure(Verdict.BROKEN, "leads to a private address")
    if cause.errno == socket.EAI_AGAIN:
        return Failure(Verdict.UNSURE, "DNS: no answer about the name", passing=True)
    return Failure(Verdict.BROKEN, "DNS: the name does not exist")


def _connect_failure(error: aiohttp.ClientConnectorError) -> Failure:
    if isinstance(error.os_error, ConnectionRefusedError):
        return Failure(Verdict.BROKEN, "the server refuses connections")
    return Failure(Verdict.UNSURE, "the server cannot be reached", passing=True)


@asynccontextmanager
async def open_client(
    limits: Limits, contact: str, resolver: AbstractResolver, allowed: Allowed
) -> AsyncIterator[Client]:
    """Open a client that names `contact`, an address at which its owner can be reached."""
    connector = aiohttp.TCPConnector(
        resolver=GuardedResolver(resolver, allowed), limit=limits.at_once, use_dns_cache=False
    )
    headers = {
        "User-Agent": f"Markedsdialog-links/1.0 (+{contact})",
        "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language": "da,en;q=0.5",
    }
    async with aiohttp.ClientSession(
        connector=connector, headers=headers, trust_env=False, max_line_size=16_384
    ) as session:
        yield Client(session, limits, allowed)
