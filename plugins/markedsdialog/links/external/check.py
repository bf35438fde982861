"""External links of a site -> findings and a new memory; one bad server never costs the report."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver

from markedsdialog.links import kinds
from markedsdialog.links.external.client import open_client
from markedsdialog.links.external.guard import Allowed, is_public
from markedsdialog.links.external.hosts import Host, Postponed, origin
from markedsdialog.links.external.memory import (
    Record,
    Records,
    after_rest,
    after_visit,
    is_fresh,
)
from markedsdialog.links.external.values import Limits, Verdict, Visit
from markedsdialog.links.external.visit import Visitor
from markedsdialog.links.values import Kind, Outside

_DIRECTIVE = ":~:"


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said of one external link."""

    target: Outside
    kind: Kind
    detail: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run showed.

    asked: addresses that were asked now; carried: those left for another run.
    """

    told: tuple[Told, ...]
    records: Records
    asked: int
    carried: int


@dataclass(slots=True)
class Run:
    """One run over the external links; everything that touches the world is handed in."""

    contact: str
    now: datetime
    limits: Limits = field(default_factory=Limits)
    resolver: Callable[[], AbstractResolver] = ThreadedResolver
    allowed: Allowed = is_public
    progress: Callable[[int, int], None] = lambda _done, _all: None
    _hosts: dict[str, Host] = field(default_factory=dict)
    _records: dict[str, Record] = field(default_factory=dict)
    _asked: int = 0
    _carried: int = 0

    def check(self, targets: Iterable[Outside], records: Records) -> Outcome:
        """Ask what is due, and tell of all: also of what is known from earlier runs."""
        wanted = _by_address(targets)
        self._records = {url: records[url] for url in wanted if url in records}
        due = {
            url: anchors
            for url, anchors in wanted.items()
            if url not in records or not is_fresh(records[url], anchors, self.now)
        }
        asyncio.run(self._ask_all(due))
        told = [each for url in wanted for each in _tell(url, self._records)]
        return Outcome(tuple(told), self._records, self._asked, self._carried)

    async def _ask_all(self, due: Mapping[str, tuple[str, ...]]) -> None:
        deadline = asyncio.get_running_loop().time() + self.limits.run_time
        async with (
            open_client(self.limits, self.contact, self.resolver(), self.allowed) as client,
            asyncio.TaskGroup() as group,
        ):
            visitor = Visitor(client)
            for url, anchors in due.items():
                host = self._host(url, deadline)
                group.create_task(self._ask(visitor, host, url, anchors, len(due)))

    def _host(self, url: str, deadline: float) -> Host:
        name = origin(url)
        return self._hosts.setdefault(name, Host(name, self.limits, deadline))

    async def _ask(
        self, visitor: Visitor, host: Host, url: str, anchors: tuple[str, ...], whole: int
    ) -> None:
        former = self._records.get(url)
        try:
            visit = await self._visit(visitor, host, url, anchors)
        except Postponed as reason:
            self._carried += 1
            if reason.seconds is not None:
                until = self.now + timedelta(seconds=reason.seconds)
                self._records[url] = after_rest(former, reason.reason, anchors, until, self.now)
        else:
            self._asked += 1
            self._records[url] = after_visit(former, visit, anchors, self.now)
        self.progress(self._asked + self._carried, whole)

    async def _visit(
        self, visitor: Visitor, host: Host, url: str, anchors: tuple[str, ...]
    ) -> Visit:
        former = self._records.get(url)
        etag = former.etag if former and not anchors and former.verdict is Verdict.FINE else ""
        try:
            return await visitor.visit(host, url, anchors, etag)
        except Postponed:
            raise
        except Exception as error:
            return Visit(Verdict.UNSURE, f"the check itself failed ({type(error).__name__})")


def _by_address(targets: Iterable[Outside]) -> dict[str, tuple[str, ...]]:
    anchors: dict[str, set[str]] = {}
    for target in targets:
        name = target.fragment.partition(_DIRECTIVE)[0]
        looked_up = name.lower() not in ("", "top") and not name.startswith(("!", "/"))
        anchors.setdefault(target.url, set()).update({name} if looked_up else ())
    return {url: tuple(sorted(names)) for url, names in sorted(anchors.items())}


def _tell(url: str, records: Records) -> Iterator[Told]:
    record = records.get(url)
    if record is None:
        return
    target = Outside(url, "")
    if record.verdict is Verdict.BROKEN:
        kind = kinds.EXTERNAL_BROKEN if record.is_broken else kinds.EXTERNAL_FAILING
        yield Told(target, kind, _history(record))
    elif record.verdict is Verdict.UNSURE:
        yield Told(target, kinds.EXTERNAL_UNSURE, record.reason)
    if record.moved_to:
        yield Told(target, kinds.EXTERNAL_MOVED, "It has moved for good", record.moved_to)
    if record.soft:
        yield Told(target, kinds.EXTERNAL_SOFT, "The server answers alike to any address")
    for name in record.missing_anchors:
        yield Told(Outside(url, name), kinds.EXTERNAL_ANCHOR, "")


def _history(record: Record) -> str:
    since = f"{record.first_failed:%Y-%m-%d}" if record.first_failed else "now"
    fine = f"{record.last_fine:%Y-%m-%d}" if record.last_fine else "never"
    return f"{record.reason}; first seen {since}, last fine {fine}, failed {record.failures} times"
