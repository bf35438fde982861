import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from links import bad_server as bad
from markedsdialog.links.external.check import Outcome, Run
from markedsdialog.links.external.client import retry_after
from markedsdialog.links.external.guard import is_public
from markedsdialog.links.external.memory import Record
from markedsdialog.links.external.values import Limits, Verdict
from markedsdialog.links.values import Outside

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
LIMITS = Limits(
    request_time=0.7,
    body=100_000,
    redirects=5,
    at_once=64,
    delay=0,
    retry_delay=0.05,
    patience=2,
    run_time=20,
)
FINE, BROKEN, UNSURE = Verdict.FINE, Verdict.BROKEN, Verdict.UNSURE
LOOPBACK = ipaddress.ip_address("127.0.0.1")

# Host, behaviour, verdict, a part of the reason.
BEHAVIOURS = (
    ("god.test", bad.fine, FINE, ""),
    ("kunget405.test", bad.only_get("405 Method Not Allowed"), FINE, ""),
    ("kunget404.test", bad.only_get("404 Not Found"), FINE, ""),
    ("kunget501.test", bad.only_get("501 Not Implemented"), FINE, ""),
    ("headhaenger.test", bad.hang_on_head, FINE, ""),
    ("vaek.test", bad.always("404 Not Found"), BROKEN, "404"),
    ("forbi.test", bad.always("410 Gone"), BROKEN, "410"),
    ("fejl400.test", bad.always("400 Bad Request"), BROKEN, "400"),
    ("log-ind.test", bad.always("401 Unauthorized"), UNSURE, "401"),
    ("forbudt.test", bad.always("403 Forbidden"), UNSURE, "403"),
    ("travl.test", bad.always("429 Too Many Requests"), UNSURE, "429"),
    ("999.test", bad.always("999 Request Denied"), UNSURE, "999"),
    ("jura.test", bad.always("451 Unavailable"), UNSURE, "451"),
    ("syg.test", bad.always("500 Internal Server Error"), UNSURE, "500"),
    ("cloud.test", bad.always("520 Unknown"), UNSURE, "520"),
    ("syg-en-gang.test", bad.first(2, bad.answer("500 Oops")), FINE, ""),
    ("hvil-0.test", bad.first(1, bad.answer("503 Busy", Retry_After="0")), FINE, ""),
    ("hvil-1.test", bad.first(2, bad.answer("429 Busy", Retry_After="1")), FINE, ""),
    ("haenger.test", bad.hang, UNSURE, "no answer in time"),
    ("drypper.test", bad.drip_head, UNSURE, "no answer in time"),
    ("nulstil.test", bad.fine, UNSURE, "no usable answer"),
    ("tavs.test", bad.nothing, UNSURE, "no usable answer"),
    ("skrald.test", bad.garbage, UNSURE, "no usable answer"),
    ("hoved.test", bad.endless_header, UNSURE, "no usable answer"),
    ("rundt.test", bad.redirect("302 Found", "/side"), BROKEN, "circle"),
    ("altid-videre.test", bad.redirect("302 Found", "{path}x"), BROKEN, "redirects"),
    ("flyttet.test", bad.redirect("301 Moved", "/ny"), FINE, ""),
    ("flyttet308.test", bad.redirect("308 Moved", "http://flyttet308.test:{port}/ny"), FINE, ""),
    ("midlertidig.test", bad.redirect("302 Found", "/ny"), FINE, ""),
    ("flyttet-vaek.test", bad.redirect("301 Moved", "/intet"), BROKEN, "404"),
    ("uden-sted.test", bad.always("302 Found"), UNSURE, "302"),
    ("til-indre.test", bad.redirect("302 Found", "http://10.0.0.1/"), BROKEN, "private"),
    ("til-loopback.test", bad.redirect("302 Found", "http://127.0.0.2/"), BROKEN, "private"),
    ("til-v6.test", bad.redirect("302 Found", "http://[::1]/"), BROKEN, "private"),
    ("til-metadata.test", bad.redirect("302 Found", "http://169.254.169.254/"), BROKEN, "private"),
    ("til-indre-navn.test", bad.redirect("302 Found", "http://indre.test/"), BROKEN, "private"),
    ("til-fil.test", bad.redirect("302 Found", "file:///etc/passwd"), BROKEN, "file"),
    ("til-intet.test", bad.redirect("302 Found", "https:///"), BROKEN, "redirects to"),
    ("indre.test", bad.fine, BROKEN, "private"),
    ("indre6.test", bad.fine, BROKEN, "private"),
    ("indpakket.test", bad.fine, BROKEN, "private"),
    ("blandet.test", bad.fine, FINE, ""),
    ("findesikke.test", bad.fine, BROKEN, "DNS: the name does not exist"),
    ("svarerikke.test", bad.fine, UNSURE, "DNS"),
    ("robot-nej.test", bad.with_robots("User-agent: *\nDisallow: /\n"), UNSURE, "robots.txt"),
    ("robot-ja.test", bad.with_robots("User-agent: *\nDisallow: /x\n"), FINE, ""),
    ("robot-syg.test", bad.with_robots("", "500 Oops"), UNSURE, "robots.txt answers 500"),
    ("robot-skrald.test", bad.with_robots("\0\xff <html>"), FINE, ""),
    ("etag.test", bad.unchanged, FINE, ""),
)
# The same with a fragment, for which the body is read.
WITH_FRAGMENT = (
    ("drypkrop.test", bad.drip_body, UNSURE, "no answer in time"),
    ("endeloes.test", bad.endless, FINE, ""),
    ("for-kort.test", bad.too_short, FINE, ""),
    ("stumper.test", bad.bad_chunks, UNSURE, "no usable answer"),
    ("bombe.test", bad.bomb, FINE, ""),
    ("ikke-gzip.test", bad.bad_gzip, FINE, ""),
)


def run_of(now: datetime = NOW, limits: Limits = LIMITS) -> Run:
    return Run(
        "post@kommune.example", now, limits, resolver=bad.Names, allowed=lambda a: a == LOOPBACK
    )


@pytest.fixture(scope="module")
def server() -> Iterator[bad.BadServer]:
    played = {host: play for host, play, _, _ in BEHAVIOURS + WITH_FRAGMENT}
    more = {
        "bloed.test": bad.same_for_all,
        "parkeret.test": bad.all_to_front,
        "mange.test": bad.fine,
    }
    with bad.running(bad.BadServer(played | more)) as server:
        yield server


@pytest.fixture(scope="module")
def outcome(server: bad.BadServer) -> Outcome:
    plain = [Outside(f"http://{host}:{server.port}/side", "") for host, *_ in BEHAVIOURS]
    read = [Outside(f"http://{host}:{server.port}/side", "afsnit") for host, *_ in WITH_FRAGMENT]
    return run_of().check(plain + read, {})


def test_there_are_at_least_thirty_behaviours() -> None:
    assert len(BEHAVIOURS + WITH_FRAGMENT) >= 30


@pytest.mark.parametrize(
    ("host", "verdict", "reason"),
    [(host, verdict, reason) for host, _, verdict, reason in BEHAVIOURS + WITH_FRAGMENT],
)
def test_each_behaviour_has_its_verdict(
    server: bad.BadServer, outcome: Outcome, host: str, verdict: Verdict, reason: str
) -> None:
    record = outcome.records[f"http://{host}:{server.port}/side"]
    assert (record.verdict, reason in record.reason) == (verdict, True), record.reason


def test_only_permanent_redirects_are_told_with_the_new_address(
    server: bad.BadServer, outcome: Outcome
) -> None:
    moved = {told.target.url: told.suggestion for told in outcome.told if told.suggestion}
    assert moved == {
        f"http://{host}:{server.port}/side": f"http://{host}:{server.port}/ny"
        for host in ("flyttet.test", "flyttet308.test")
    }


def test_a_host_that_robots_txt_closes_is_asked_for_nothing_else(
    server: bad.BadServer, outcome: Outcome
) -> None:
    assert outcome.asked > 0
    assert {path for host, _, path in server.asked if host == "robot-nej.test"} == {"/robots.txt"}


def test_the_one_who_asks_says_who_it_is(server: bad.BadServer, outcome: Outcome) -> None:
    assert outcome.asked > 0
    assert {"post@kommune.example" in agent for agent in server.agents} == {True}


def test_an_address_that_fails_once_is_no_error_yet(outcome: Outcome) -> None:
    kinds = {told.kind.name for told in outcome.told if "404" in told.detail}
    assert kinds == {"external-failing"}


def only(server: bad.BadServer, host: str, fragment: str = "") -> Outside:
    return Outside(f"http://{host}:{server.port}/side", fragment)


def test_broken_needs_several_failures_over_days_and_tells_its_history(
    server: bad.BadServer,
) -> None:
    target, records = only(server, "vaek.test"), {}
    kinds = []
    for day in range(4):
        outcome = run_of(NOW + timedelta(days=day)).check([target], records)
        records = dict(outcome.records)
        kinds.append(outcome.told[0].kind.name)
    assert kinds == ["external-failing"] * 2 + ["external-broken"] * 2
    assert "first seen 2026-03-02, last fine never, failed 4 times" in outcome.told[0].detail


def test_failures_of_one_night_are_not_days(server: bad.BadServer) -> None:
    former = Record(
        verdict=BROKEN,
        reason="the server answers 404",
        failures=9,
        first_failed=NOW - timedelta(hours=30),
        asked=NOW - timedelta(hours=21),
        ask_after=NOW,
    )
    target = only(server, "vaek.test")
    outcome = run_of().check([target], {target.url: former})
    assert [told.kind.name for told in outcome.told] == ["external-failing"]


def test_an_unsure_night_neither_counts_nor_clears(server: bad.BadServer) -> None:
    target = only(server, "forbudt.test")
    former = Record(
        verdict=BROKEN,
        reason="the server answers 404",
        failures=2,
        first_failed=NOW - timedelta(days=5),
        asked=NOW - timedelta(days=1),
        ask_after=NOW,
    )
    record = run_of().check([target], {target.url: former}).records[target.url]
    assert (record.failures, record.first_failed) == (2, former.first_failed)


@pytest.mark.parametrize("host", ["god.test", "vaek.test", "forbudt.test"])
def test_every_answer_is_remembered_failures_too(server: bad.BadServer, host: str) -> None:
    target = only(server, host)
    outcome = run_of().check([target], {})
    before = sum(server.asked.values())
    again = run_of(NOW + timedelta(hours=1)).check([target], outcome.records)
    assert (again.asked, sum(server.asked.values()) - before) == (0, 0)
    assert again.told == outcome.told


def test_what_is_unchanged_is_fine_by_its_etag(server: bad.BadServer) -> None:
    target = only(server, "etag.test")
    outcome = run_of().check([target], {})
    later = run_of(NOW + timedelta(days=8)).check([target], outcome.records)
    record = later.records[target.url]
    assert (record.verdict, record.etag, later.asked) == (FINE, '"1"', 1)


def test_a_long_retry_after_is_carried_over_and_not_waited_for(server: bad.BadServer) -> None:
    server.behaviours["hvil-laenge.test"] = bad.always("503 Busy", Retry_After="3600")
    target = only(server, "hvil-laenge.test")
    outcome = run_of().check([target], {})
    assert (outcome.asked, outcome.carried) == (0, 1)
    assert outcome.records[target.url].ask_after == NOW + timedelta(hours=1)


def test_a_host_is_asked_no_more_often_than_its_budget(server: bad.BadServer) -> None:
    targets = [Outside(f"http://mange.test:{server.port}/side?{n}", "") for n in range(20)]
    limits = Limits(request_time=1, delay=0, per_host=5, run_time=10)
    outcome = run_of(limits=limits).check(targets, {})
    asked = sum(count for (host, *_), count in server.asked.items() if host == "mange.test")
    assert (asked, outcome.asked + outcome.carried) == (5, 20)
    assert server.most_at_once["mange.test"] <= limits.at_once_per_host


def test_a_run_without_time_carries_everything_over(server: bad.BadServer) -> None:
    limits = Limits(run_time=-1)
    outcome = run_of(limits=limits).check([only(server, "god.test")], {})
    assert (outcome.asked, outcome.carried, outcome.told) == (0, 1, ())


def test_a_missing_fragment_is_told_and_an_existing_one_is_not(server: bad.BadServer) -> None:
    targets = [only(server, "god.test", name) for name in ("afsnit", "vaek", "top", ":~:text=x")]
    outcome = run_of().check(targets, {})
    told = [(each.kind.name, each.target.fragment) for each in outcome.told]
    assert told == [("external-anchor", "vaek")]


@pytest.mark.parametrize("host", ["bloed.test", "parkeret.test"])
def test_a_server_that_answers_alike_to_anything_is_suspect(
    server: bad.BadServer, host: str
) -> None:
    told = run_of().check([only(server, host)], {}).told
    assert [each.kind.name for each in told] == ["external-soft"]


def test_a_host_that_knows_its_pages_is_not_suspect(server: bad.BadServer) -> None:
    assert run_of().check([only(server, "god.test")], {}).told == ()


def test_a_port_where_nobody_listens_is_broken() -> None:
    with bad.running(bad.BadServer({})) as closed:
        port = closed.port
    url = f"http://god.test:{port}/side"
    record = run_of().check([Outside(url, "")], {}).records[url]
    assert (record.verdict, record.reason) == (BROKEN, "the server refuses connections")


@pytest.mark.parametrize(
    ("names", "host", "reason"),
    [
        (["god.test"], "god.test", "issuer"),
        (["anden.test"], "god.test", "TLS: "),
    ],
)
def test_a_certificate_that_does_not_hold_is_named(
    names: list[str], host: str, reason: str
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(*names).configure_cert(context)
    with bad.running(bad.BadServer({host: bad.fine}, context)) as server:
        url = f"https://{host}:{server.port}/side"
        record = run_of().check([Outside(url, "")], {}).records[url]
    assert record.verdict is BROKEN
    assert record.reason.startswith("TLS: ")
    assert reason in record.reason


def test_tls_that_is_none_is_named(server: bad.BadServer) -> None:
    url = f"https://god.test:{server.port}/side"
    record = run_of().check([Outside(url, "")], {}).records[url]
    assert (record.verdict, record.reason.startswith("TLS: ")) == (BROKEN, True)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.1.2.3", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::5db8:d822", True),
    ],
)
def test_only_public_addresses_are_public(address: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(ipaddress.ip_address(address)) is public


def test_without_leave_this_machine_is_never_asked(server: bad.BadServer) -> None:
    run = Run("post@kommune.example", NOW, LIMITS, resolver=bad.Names)
    urls = [f"http://127.0.0.1:{server.port}/side", f"http://god.test:{server.port}/side"]
    before = sum(server.asked.values())
    outcome = run.check([Outside(url, "") for url in urls], {})
    assert {record.reason for record in outcome.records.values()} == {"leads to a private address"}
    assert sum(server.asked.values()) == before


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("120", 120, 120),
        ("0", 0, 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
        ("999999999999", 999999999, 999999999),
    ],
)
def test_retry_after_is_seconds_or_a_date(value: str, least: float, most: float) -> None:
    seconds = retry_after(value)
    assert seconds is not None
    assert least <= seconds <= most


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5"])
def test_a_retry_after_that_is_neither_is_none(value: str) -> None:
    assert retry_after(value) is None
