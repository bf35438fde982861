"""One server -> when and whether the next request to it may be sent."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from protego import Protego

from markedsdialog.links.external.client import Client
from markedsdialog.links.external.values import Failure, Limits, Reply, Verdict, Visit

AGENT = "Markedsdialog-links"
"""The name that a robots.txt may speak to."""

_LONGEST_CRAWL_DELAY = 10.0  # seconds; a site that asks for more is asked less often anyway
_OK = range(200, 300)
_NOT_THERE = range(400, 500)


class Postponed(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """A request must wait for another run; `seconds` is how long the server wants to rest."""

    def __init__(self, reason: str, seconds: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


@dataclass(slots=True)
class Host:
    """The manners towards one server, scheme and port included.

    once: held while something is asked that one answer settles for all its addresses.
    """

    origin: str
    limits: Limits
    deadline: float  # on the event loop's clock
    sent: int = 0
    delay: float = 0.0
    _next: float = 0.0
    _robots: Protego | Failure | None = None
    _gate: asyncio.Semaphore = field(init=False)
    once: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        """Set what follows from the limits."""
        self._gate = asyncio.Semaphore(self.limits.at_once_per_host)
        self.delay = self.limits.delay

    async def send(
        self, client: Client, method: str, url: str, headers: dict[str, str] | None = None
    ) -> Reply | Failure:
        """Wait for this server's turn and ask; raises Postponed when the turn is in another run."""
        async with self._gate:
            await self._wait_for_turn()
            return await client.ask(method, url, headers)

    async def _wait_for_turn(self) -> None:
        clock = asyncio.get_running_loop().time
        now = clock()
        turn = max(now, self._next)
        if self.sent >= self.limits.per_host:
            raise Postponed("this server was asked often enough in this run")
        if turn > self.deadline:
            raise Postponed("the run's time was over")
        self.sent += 1
        self._next = turn + self.delay
        await asyncio.sleep(turn - now)

    def rest(self, seconds: float) -> None:
        """Leave the server alone for a while; raises Postponed when that is too long to wait."""
        now = asyncio.get_running_loop().time()
        self._next = max(self._next, now + seconds)
        if seconds > self.limits.patience or self._next > self.deadline:
            raise Postponed(f"the server asks for {seconds:.0f} s of rest", seconds)

    async def forbids(self, client: Client, url: str) -> Visit | None:
        """Ask robots.txt once; give a visit that says why an address may not be asked.

        A server that has no robots.txt forbids nothing, one that fails to give it everything
        (RFC 9309, 2.3.1). One that cannot be reached is left to the request itself.
        """
        async with self.once:
            if self._robots is None:
                self._robots = _read(await self.send(client, "GET", f"{self.origin}/robots.txt"))
                if isinstance(self._robots, Protego):
                    asked_for = self._robots.crawl_delay(AGENT) or 0.0
                    self.delay = max(self.delay, min(asked_for, _LONGEST_CRAWL_DELAY))
        if isinstance(self._robots, Failure):
            return Visit(Verdict.UNSURE, self._robots.reason)
        if not self._robots.can_fetch(url, AGENT):
            return Visit(Verdict.UNSURE, "robots.txt asks programs to stay away")
        return None


def _read(reply: Reply | Failure) -> Protego | Failure:
    if isinstance(reply, Failure) or reply.status in _NOT_THERE:
        return Protego.parse("")
    if reply.status in _OK:
        return Protego.parse(reply.body.decode("utf-8", "replace"))
    return Failure(Verdict.UNSURE, f"robots.txt answers {reply.status}")


def origin(url: str) -> str:
    """Give scheme, server and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"
