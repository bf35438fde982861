"""A server on this machine that plays one behaviour for each host name, well or badly."""

import asyncio
import gzip
import socket
import ssl
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp.abc import AbstractResolver, ResolveResult

Behaviour = Callable[["Asked"], AsyncIterator[bytes]]

PAGE = b"<!doctype html><title>Side</title><h1 id='afsnit'>Afsnit</h1><p>Her er svaret.</p>"
NOT_HERE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass(frozen=True)
class Asked:
    """One request; `time` counts those for the same path, from 1."""

    method: str
    path: str
    host: str
    headers: dict[str, str]
    time: int
    port: int


def answer(status: str, body: bytes = b"", **headers: str) -> bytes:
    """Spell an answer that closes its connection."""
    named = {"Content-Length": str(len(body)), "Content-Type": "text/html", "Connection": "close"}
    named |= {key.replace("_", "-"): value for key, value in headers.items()}
    lines = "".join(f"{key}: {value}\r\n" for key, value in named.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def always(status: str, body: bytes = b"", **headers: str) -> Behaviour:
    """Give one answer to every request."""

    async def play(asked: Asked) -> AsyncIterator[bytes]:
        whole = answer(status, b"" if asked.method == "HEAD" else body, **headers)
        yield NOT_HERE if asked.path == "/robots.txt" else whole

    return play


async def fine(asked: Asked) -> AsyncIterator[bytes]:
    """Know one page, and know what it does not have."""
    known = asked.path in ("/side", "/")
    yield answer("200 OK", b"" if asked.method == "HEAD" else PAGE) if known else NOT_HERE


def only_get(status: str) -> Behaviour:
    async def play(asked: Asked) -> AsyncIterator[bytes]:
        if asked.method == "HEAD":
            yield answer(status)
            return
        async for part in fine(asked):
            yield part

    return play


async def hang(_asked: Asked) -> AsyncIterator[bytes]:
    await asyncio.sleep(60)
    yield b""


async def hang_on_head(asked: Asked) -> AsyncIterator[bytes]:
    if asked.method == "HEAD":
        await asyncio.sleep(60)
    async for part in fine(asked):
        yield part


async def drip_head(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    for number in range(1000):
        yield f"X-{number}: x\r\n".encode()
        await asyncio.sleep(0.05)


async def drip_body(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
    for _ in range(1000):
        yield b"x"
        await asyncio.sleep(0.05)


async def nothing(_asked: Asked) -> AsyncIterator[bytes]:
    for part in ():
        yield part


async def garbage(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"\x00\xff\x13SSH-2.0-x\r\n\r\n"


async def endless(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2147483648\r\n\r\n"
    for _ in range(32_768):
        yield b"x" * 65_536


async def endless_header(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nX: "
    for _ in range(1000):
        yield b"x" * 65_536


async def too_short(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n" + PAGE


async def bad_chunks(_asked: Asked) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nx\r\n"


BOMB = gzip.compress(bytes(50_000_000))


async def bomb(_asked: Asked) -> AsyncIterator[bytes]:
    yield answer("200 OK", BOMB, Content_Encoding="gzip")


async def bad_gzip(_asked: Asked) -> AsyncIterator[bytes]:
    yield answer("200 OK", b"not gzip", Content_Encoding="gzip")


def redirect(status: str, where: str) -> Behaviour:
    """Send `/side` on; `where` may name the port as {port}, and how often as {time}."""

    async def play(asked: Asked) -> AsyncIterator[bytes]:
        if asked.path in ("/ny", "/robots.txt"):
            yield answer("200 OK" if asked.path == "/ny" else "404 Not Found")
        elif asked.path.startswith("/side"):
            yield answer(status, Location=where.format(port=asked.port, path=asked.path))
        else:
            yield NOT_HERE

    return play


def first(times: int, early: bytes) -> Behaviour:
    """Answer so the first times, and be fine then."""

    async def play(asked: Asked) -> AsyncIterator[bytes]:
        if asked.path == "/side" and asked.time <= times:
            yield early
            return
        async for part in fine(asked):
            yield part

    return play


async def same_for_all(asked: Asked) -> AsyncIterator[bytes]:
    body = b"<title>Velkommen</title><p>Siden " + asked.path.encode() + b" " + b"findes her. " * 40
    robots = asked.path == "/robots.txt"
    yield NOT_HERE if robots else answer("200 OK", b"" if asked.method == "HEAD" else body)


async def all_to_front(asked: Asked) -> AsyncIterator[bytes]:
    if asked.path == "/":
        yield answer("200 OK", PAGE)
    else:
        yield answer("302 Found", Location="/")


def with_robots(text: str, status: str = "200 OK") -> Behaviour:
    async def play(asked: Asked) -> AsyncIterator[bytes]:
        if asked.path == "/robots.txt":
            yield answer(status, text.encode())
            return
        async for part in fine(asked):
            yield part

    return play


async def unchanged(asked: Asked) -> AsyncIterator[bytes]:
    if asked.headers.get("if-none-match") == '"1"':
        yield answer("304 Not Modified", ETag='"1"')
    else:
        known = asked.path == "/side"
        yield answer("200 OK", b"", ETag='"1"') if known else NOT_HERE


@dataclass
class BadServer:
    """A running server: its port, and how often each path of each host was asked."""

    behaviours: dict[str, Behaviour]
    tls: ssl.SSLContext | None = None
    port: int = 0
    asked: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    at_once: Counter[str] = field(default_factory=Counter)
    most_at_once: Counter[str] = field(default_factory=Counter)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError, ValueError, asyncio.CancelledError):
            pass  # the client has gone, as it should, or the test has ended
        finally:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (start := await reader.readexactly(1)) == b"\x16":  # a TLS greeting
            writer.write(answer("400 Bad Request"))
            return
        rest = await reader.readuntil(b"\r\n\r\n")
        head = (start + rest).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ")
        pairs = [line.partition(":") for line in head[1:] if line]
        headers = {key.lower(): value.strip() for key, _, value in pairs}
        host = headers["host"].partition(":")[0]
        self.asked[host, method, path] += 1
        self.agents.add(headers.get("user-agent", ""))
        time = sum(n for (h, _, p), n in self.asked.items() if (h, p) == (host, path))
        asked = Asked(method, path, host, headers, time, self.port)
        self.at_once[host] += 1
        self.most_at_once[host] = max(self.most_at_once[host], self.at_once[host])
        try:
            if host == "nulstil.test":
                linger = b"\x01\0\0\0\0\0\0\0"
                raw = writer.get_extra_info("socket")
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                return
            async for part in self.behaviours[host](asked):
                writer.write(part)
                await writer.drain()
        finally:
            self.at_once[host] -= 1


@contextmanager
def running(server: BadServer) -> Iterator[BadServer]:
    """Run a server in a thread of its own, on a free port of 127.0.0.1."""
    started = threading.Event()
    stops: list[Callable[[], object]] = []

    async def serve() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        stops.append(lambda: loop.call_soon_threadsafe(stop.set))
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=server.tls)
        server.port = listening.sockets[0].getsockname()[1]
        started.set()
        await stop.wait()
        listening.close()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    started.wait(5)
    try:
        yield server
    finally:
        stops[0]()
        thread.join(5)


class Names(AbstractResolver):
    """Name servers as a test wants them: names below .test are this machine."""

    SPECIAL = {  # noqa: RUF012 - a table
        "indre.test": ["10.0.0.1"],
        "indre6.test": ["fd00::1"],
        "indpakket.test": ["::ffff:192.168.0.1"],
        "blandet.test": ["10.0.0.1", "127.0.0.1"],
    }

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host == "findesikke.test":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        if host == "svarerikke.test":
            raise socket.gaierror(socket.EAI_AGAIN, "again")
        return [
            ResolveResult(hostname=host, host=each, port=port, family=family, proto=0, flags=0)
            for each in self.SPECIAL.get(host, ["127.0.0.1"])
        ]

    async def close(self) -> None:
        pass
