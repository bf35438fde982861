"""One external address -> what a visit shows: a verdict, a new address, anchors, a soft 404."""

from dataclasses import dataclass, field
from secrets import token_hex
from urllib.parse import unquote, urlsplit

import turbohtml
from rapidfuzz import fuzz

from markedsdialog.links.collect import collect
from markedsdialog.links.external.client import Client
from markedsdialog.links.external.hosts import Host, Postponed
from markedsdialog.links.external.values import Failure, Reply, Verdict, Visit

_OK = range(200, 300)
_NOT_MODIFIED = 304
_SERVER_FAULT = range(500, 600)
_TOO_MANY = 429
_BUSY = (_TOO_MANY, 503)
# Answers that say something about the one who asks, and nothing about the page.
_UNSURE = frozenset({401, 402, 403, 405, 406, 407, 408, 409, 418, 421, 423, 425, 426, 429, 451})
_NOT_FOUND = range(400, 500)
_SAME = 92  # of 100; two answers that differ in little but the address they repeat
_COMPARED = 20_000  # letters


@dataclass(slots=True)
class Visitor:
    """Visits addresses; what a server answers to a random address is asked once a server."""

    client: Client
    _probes: dict[str, Reply | None] = field(default_factory=dict)

    async def visit(self, host: Host, url: str, anchors: tuple[str, ...], etag: str) -> Visit:
        """Ask one address; raises Postponed when its server wants to be left alone."""
        if forbidden := await host.forbids(self.client, url):
            return forbidden
        reply = await self._ask(host, url, etag, needs_body=bool(anchors))
        if isinstance(reply, Failure):
            return Visit(reply.verdict, reply.reason)
        verdict = _verdict(reply.status)
        if verdict is not Verdict.FINE or reply.status == _NOT_MODIFIED:
            return Visit(verdict, _reason(reply.status), etag=etag)
        return Visit(
            verdict,
            "",
            moved_to=reply.moved_to,
            missing_anchors=_missing(reply, anchors),
            soft=await self._is_soft(host, url, reply),
            etag=reply.etag,
        )

    async def _ask(self, host: Host, url: str, etag: str, *, needs_body: bool) -> Reply | Failure:
        """Ask with HEAD, and with GET when that fails: many servers know GET alone."""
        headers = {"If-None-Match": etag} if etag else {}
        if not needs_body:
            reply = await host.send(self.client, "HEAD", url, headers)
            if isinstance(reply, Reply) and _verdict(reply.status) is Verdict.FINE:
                return reply
            _rest_if_asked(host, reply)
        reply = await host.send(self.client, "GET", url, headers)
        if _may_pass(reply):
            if not _rest_if_asked(host, reply):
                host.rest(host.limits.retry_delay)
            reply = await host.send(self.client, "GET", url, headers)
            _rest_if_asked(host, reply)
        return reply

    async def _is_soft(self, host: Host, url: str, reply: Reply) -> bool:
        """Compare with the answer to an address that cannot exist on that server."""
        try:
            probe = await self._probe(host)
            if probe is None:
                return False
            if not reply.body:
                again = await host.send(self.client, "GET", url)
                reply = again if isinstance(again, Reply) else reply
        except Postponed:
            return False
        same_place = urlsplit(probe.url)[1:3] == urlsplit(reply.url)[1:3]
        return same_place or fuzz.ratio(_text_of(reply), _text_of(probe)) >= _SAME

    async def _probe(self, host: Host) -> Reply | None:
        """Give what the server answers to anything; None when it knows what it does not have."""
        async with host.once:
            if host.origin not in self._probes:
                reply = await host.send(self.client, "GET", f"{host.origin}/{token_hex(12)}")
                if isinstance(reply, Failure) or reply.status not in _OK:
                    self._probes[host.origin] = None
                else:
                    self._probes[host.origin] = reply
        return self._probes[host.origin]


def _verdict(status: int) -> Verdict:
    if status in _OK or status == _NOT_MODIFIED:
        return Verdict.FINE
    return Verdict.BROKEN if status in _NOT_FOUND and status not in _UNSURE else Verdict.UNSURE


def _reason(status: int) -> str:
    return f"the server answers {status}" if _verdict(status) is not Verdict.FINE else ""


def _may_pass(reply: Reply | Failure) -> bool:
    if isinstance(reply, Failure):
        return reply.passing
    return reply.status in _SERVER_FAULT or reply.status == _TOO_MANY


def _rest_if_asked(host: Host, reply: Reply | Failure) -> bool:
    if isinstance(reply, Failure) or reply.status not in _BUSY or reply.retry_after is None:
        return False
    host.rest(reply.retry_after)
    return True


def _missing(reply: Reply, anchors: tuple[str, ...]) -> tuple[str, ...]:
    """Look for fragments on a page that was read whole; a script may add what is not there."""
    if not anchors or not reply.is_html or not reply.whole:
        return ()
    offered = set(collect("page.html", reply.body).anchors or ())
    return tuple(each for each in anchors if not {each, unquote(each)} & offered)


def _text_of(reply: Reply) -> str:
    return turbohtml.parse(reply.body).text[:_COMPARED]
