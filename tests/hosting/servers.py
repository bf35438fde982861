"""A folder of the site and a configuration file of docs/hosting/ -> a running server of it.

The configuration is the shipped file; only its lines marked HERE, and the path of the site, are
filled in, as whoever hosts the site does. What a distribution's own main file would say stands
here.
"""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from house.project import ROOT

from markedsdialog.serving import server

HOSTING = ROOT / "docs" / "hosting"
SECONDS_TO_START = 10


@dataclass(frozen=True)
class Place:
    """Where a server finds and shows the site.

    work: a folder for the server's own files. root: the folder that holds the site at `path`,
    which is "/" or has slashes around it.
    """

    work: Path
    root: Path
    path: str
    port: int

    @property
    def site(self) -> Path:
        """Return the folder of the site itself."""
        return self.root / self.path.strip("/")

    @property
    def base(self) -> str:
        """Return the address of the front page."""
        return f"http://127.0.0.1:{self.port}{self.path}"


@contextmanager
def published(site: Path, path: str) -> Iterator[Place]:
    """Copy a site to where it is shown at `path`, in a folder that every server may read."""
    work = Path(tempfile.mkdtemp(prefix="hosting-"))
    try:
        work.chmod(0o755)
        shutil.copytree(site, work / "root" / path.strip("/"))
        yield Place(work, work / "root", path, free_port())
    finally:
        shutil.rmtree(work)


def _filled(name: str, place: Place, changes: Mapping[str, str]) -> str:
    """Return a shipped file with each of `changes` made, all of which must be there to make."""
    text = (HOSTING / name).read_text("utf-8")
    for old, new in changes.items():
        if old not in text:
            raise AssertionError(f"{name} does not say {old}")
        text = text.replace(old, new)
    return text.replace("/404", f"{place.path}404").replace("/theme/", f"{place.path}theme/")


def _write(place: Place, name: str, text: str) -> str:
    file = place.work / name
    file.write_text(text, "utf-8")
    return str(file)


def nginx(place: Place) -> list[str]:
    """Return the command that starts nginx."""
    changes = {"listen 80": f"listen 127.0.0.1:{place.port}", "/var/www/markedsdialog": place.root}
    site = _write(place, "site.conf", _filled("nginx.conf", place, _texts(changes)))
    temporary = "\n".join(
        f"{kind}_temp_path {place.work}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = f"""
        user root;
        daemon off;
        pid {place.work}/pid;
        error_log stderr;
        events {{}}
        http {{ access_log off; {temporary} include {site}; }}
    """
    return ["nginx", "-c", _write(place, "main.conf", main), "-e", "stderr"]


def apache(place: Place) -> list[str]:
    """Return the command that starts Apache."""
    changes = {"*:80": f"127.0.0.1:{place.port}", "/var/www/markedsdialog": place.root}
    site = _write(place, "site.conf", _filled("apache.conf", place, _texts(changes)))
    modules = "mpm_event authz_core dir mime alias deflate filter headers setenvif".split()
    loaded = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules
    )
    main = f"""
        {loaded}
        ServerRoot {place.work}
        ServerName 127.0.0.1
        PidFile {place.work}/pid
        DefaultRuntimeDir {place.work}
        ErrorLog /dev/stderr
        TypesConfig /dev/null
        User www-data
        Group www-data
        Listen 127.0.0.1:{place.port}
        Include {site}
    """
    dedented = "\n".join(line.strip() for line in main.splitlines())
    return ["apache2", "-D", "FOREGROUND", "-f", _write(place, "main.conf", dedented)]


def caddy(place: Place) -> list[str]:
    """Return the command that starts Caddy."""
    changes = {
        "http://markedsdialog.example:80": f"http://127.0.0.1:{place.port}",
        "/var/www/markedsdialog": place.root,
    }
    text = "{\n\tadmin off\n}\n" + _filled("Caddyfile", place, _texts(changes))
    file = _write(place, "Caddyfile", text)
    return ["caddy", "run", "--adapter", "caddyfile", "--config", file]


def lighttpd(place: Place) -> list[str]:
    """Return the command that starts lighttpd."""
    changes = {
        'document-root + "/"': f'document-root + "{place.path}"',
        "server.port = 80": f'server.bind = "127.0.0.1"\nserver.port = {place.port}',
        "/var/www/markedsdialog": place.root,
    }
    text = _filled("lighttpd.conf", place, _texts(changes))
    return ["lighttpd", "-D", "-f", _write(place, "lighttpd.conf", text)]


def _texts(changes: Mapping[str, object]) -> dict[str, str]:
    return {old: str(new) for old, new in changes.items()}


COMMANDS: Mapping[str, Callable[[Place], list[str]]] = {
    "nginx": nginx,
    "apache": apache,
    "caddy": caddy,
    "lighttpd": lighttpd,
}
"""What starts each server; "python" stands beside them, and runs in this process."""


@contextmanager
def running(name: str, place: Place) -> Iterator[str]:
    """Run a server until the caller is done; give the address of the site's front page."""
    if name == "python":
        web = server(place.root)
        Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}{place.path}"
        web.shutdown()
        web.server_close()
        return
    program, *arguments = COMMANDS[name](place)
    found = shutil.which(program, path="/usr/sbin:/usr/bin:/usr/local/bin:/usr/local/sbin")
    if not found:
        raise AssertionError(f"The hosting tests need {program}: see `make servers`")
    environment = {"HOME": str(place.work), "PATH": "/usr/sbin:/usr/bin"}
    log = place.work / "log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [found, *arguments], env=environment, stdout=written, stderr=written
        )
        try:
            _wait_for(process, place.port, log)
            yield place.base
        finally:
            process.terminate()
            process.wait(SECONDS_TO_START)


def free_port() -> int:
    """Return a port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"It does not start: {log.read_text('utf-8')}")
