import os
import signal
import socket
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from house.project import INSTANT, MARKEDSDIALOG, replace

PATIENCE = 60
"""Seconds after which what did not happen is held to be broken."""
SECONDS_BETWEEN_SAVES = 3

BELOW = "/udbud/dialog"
"""Where the project's site is published."""
BRIEFING = "content/dialoger/madservice/oplaeg.md"
PAGE = "/dialoger/madservice/oplaeg/"
LINE = "Kommunen køber i dag mad af **to** køkkener."


class Served:
    """A project that `markedsdialog serve` shows, until it is stopped."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.project = project
        self.told = project / "told.txt"
        with self.told.open("w") as told:
            self.process = subprocess.Popen(
                [MARKEDSDIALOG, "serve", "--port", str(self.port)],
                cwd=project,
                env={**os.environ, "SOURCE_DATE_EPOCH": str(INSTANT), "PYTHONUNBUFFERED": "1"},
                stdout=told,
                stderr=subprocess.STDOUT,
            )
        self.until(lambda: "Ctrl-C stops it" in self.output())

    def output(self) -> str:
        """Return what the command has told so far."""
        return self.told.read_text("utf-8")

    def answer(self, path: str, method: str = "GET") -> tuple[int, str]:
        """Return status and body of the answer to one request."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, BELOW + path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8")
        finally:
            connection.close()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; fail when the command ended or patience did."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, self.output()
            assert time.monotonic() < end, self.output()
            time.sleep(0.05)

    def save_until(self, file: Path, text: str, is_so: Callable[[], bool]) -> None:
        """Save a file again and again until something is so; the first save may come too early."""
        saved = 0.0

        def saved_and_so() -> bool:
            nonlocal saved
            if time.monotonic() > saved + SECONDS_BETWEEN_SAVES:
                file.write_text(text, "utf-8")
                saved = time.monotonic()
            return is_so()

        self.until(saved_and_so)


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """Serve the house for one test."""
    served = Served(project)
    yield served
    served.process.kill()
    served.process.wait()


def test_pages_are_served_and_what_is_missing_gets_the_sites_own_page(served: Served) -> None:
    status, body = served.answer("/")
    assert status == 200
    assert "<h1>Markedsdialoger</h1>" in body
    for path in ("/findes-ikke", "/dialoger/findes/ikke/", "/../pelicanconf.py"):
        status, body = served.answer(path)
        assert status == 404
        assert "<h1>Siden findes ikke</h1>" in body
    assert served.answer("/findes-ikke", "HEAD") == (404, "")
    assert served.answer("/robots.txt")[0] == 200


def test_a_reader_who_leaves_before_the_answer_is_not_told(served: Served) -> None:
    at_once = struct.pack("ii", 1, 0)
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", served.port)) as reader:
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
            reader.sendall(f"GET {BELOW}/ HTTP/1.1\r\n\r\n".encode())
    assert served.answer("/")[0] == 200
    assert "Traceback" not in served.output()
    assert "Exception" not in served.output()


def test_a_save_is_shown_and_a_bad_one_leaves_the_last_good_site(served: Served) -> None:
    file = served.project / BRIEFING
    good = file.read_text("utf-8").replace(LINE, "Nu står der noget nyt.")
    bad = good.replace("noget nyt", "<b>noget</b>")

    served.save_until(file, good, lambda: "noget nyt" in served.answer(PAGE)[1])
    served.save_until(file, bad, lambda: f"{BRIEFING}:7: prose/raw-html" in served.output())
    assert "The last good site is still shown." in served.output()
    assert "noget nyt" in served.answer(PAGE)[1]

    mended = good.replace("noget nyt", "noget helt andet")
    served.save_until(file, mended, lambda: "noget helt andet" in served.answer(PAGE)[1])


def test_a_template_and_the_data_are_watched_too(served: Served) -> None:
    words = served.project / "data/words.yml"
    text = words.read_text("utf-8").replace("Åbne for svar", "Svar nu")
    served.save_until(words, text, lambda: "Svar nu" in served.answer("/")[1])
    template = served.project / "theme/templates/front.html"
    text = template.read_text("utf-8")
    served.save_until(
        template, text + "{% if %}", lambda: "front.html:13: theme/template" in served.output()
    )
    assert served.answer("/")[0] == 200


def test_it_begins_with_content_at_fault_and_shows_the_site_once_that_is_mended(
    project: Path,
) -> None:
    file = project / BRIEFING
    good = file.read_text("utf-8")
    replace(file, LINE, "<b>to</b>")
    served = Served(project)
    try:
        assert served.answer("/")[0] == 404
        served.save_until(file, good, lambda: served.answer("/")[0] == 200)
    finally:
        served.process.kill()
        served.process.wait()


def test_ctrl_c_stops_it_without_a_fault(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(PATIENCE) == 0
    assert "Traceback" not in served.output()
