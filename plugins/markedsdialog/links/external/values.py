"""What the rooms of the external check hand to each other."""

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """What one visit says about an address."""

    FINE = "fine"
    BROKEN = "broken"
    UNSURE = "unsure"  # the server does not say: it refuses programs, is slow, or is ill


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may cost itself and others; times are seconds, sizes are bytes.

    delay: the least time between two requests to one host.
    patience: how long a Retry-After is waited for within a run; longer ones are carried over.
    run_time: when it is over, what was not asked is carried over to the next run.
    """

    request_time: float = 20
    body: int = 2_000_000
    redirects: int = 10
    at_once: int = 16
    at_once_per_host: int = 2
    per_host: int = 200
    delay: float = 0.5
    retry_delay: float = 2
    patience: float = 30
    run_time: float = 900


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered after all redirects.

    whole: whether the body is all that the server has.
    moved_to: where permanent redirects alone have led from the address that was asked, or "".
    retry_after: seconds, None when the server named none.
    """

    status: int
    url: str
    body: bytes = b""
    whole: bool = False
    is_html: bool = False
    moved_to: str = ""
    etag: str = ""
    retry_after: float | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there was no answer, as a phrase; passing: whether it may be gone in a moment."""

    verdict: Verdict
    reason: str
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to an address showed.

    missing_anchors: fragments that the site links to and the page does not offer.
    soft: whether the server gives the same answer to a random address.
    """

    verdict: Verdict
    reason: str
    moved_to: str = ""
    missing_anchors: tuple[str, ...] = ()
    soft: bool = False
    etag: str = ""
