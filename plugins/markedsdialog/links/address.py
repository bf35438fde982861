"""A link as written and the page it stands on -> the place it leads to, or why there is none."""

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes, urlsplit

from markedsdialog.links import kinds
from markedsdialog.links.values import Elsewhere, Inside, Kind, Outside, Target, Use, Wrong
from markedsdialog.links.web import host_and_path, read_scheme, read_web

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})|%00")
_TEMPLATE = re.compile(r"\{\{|\}\}|\{%|%\}|<%|\$\{|\{#|%7B%7B|%7B%25", re.IGNORECASE)
_ODD = re.compile(r"[{}|%<]")
_SOURCE = re.compile(
    r"[{|](?:filename|static|attach|author|category|tag|index)[}|]|%7B(?:filename|static|attach)%7D",
    re.IGNORECASE,
)
# http//x and https;//x: the colon was lost, so that a browser looks for a folder.
_LOST_COLON = re.compile(r"h?t{1,2}ps?s?[;,.]?//", re.IGNORECASE)
_STRIPPED = "".join(map(chr, range(33)))  # C0 controls and the blank: URL standard, 4.4
_TAB_OR_NEWLINE = re.compile(r"[\t\n\r]")


@dataclass(frozen=True, slots=True)
class Site:
    """The addresses under which a site is published.

    host: the server's name in small letters, "" when it is not known.
    prefix: the path below which the site lies, with slashes at both ends.
    secure: whether the site is published with https.
    """

    host: str = ""
    prefix: str = "/"
    secure: bool = True

    @classmethod
    def at(cls, base_url: str | None) -> "Site":
        """Read `https://host/path/`; raises ValueError when it is no absolute web address."""
        if base_url is None:
            return cls()
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not an absolute web address: {base_url}")
        host, path = host_and_path(base_url)
        prefix = f"/{path.strip('/')}/" if path.strip("/") else "/"
        return cls(host, prefix, parts.scheme == "https")


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a link stands: its page's path and the folder from which relative links start.

    outside: the base address when `base href` leads away from the site, else "".
    """

    page: str
    folder: str
    outside: str = ""


def standpoint(site: Site, page: str, base: str) -> Standpoint:
    """Give the standpoint of a page whose `base href` reads `base`, "" when it has none."""
    here = Standpoint(page, page[: page.rfind("/") + 1])
    if not base:
        return here
    target = read(site, here, base, Use.VISIT)
    if isinstance(target, Inside):
        return Standpoint(page, target.path[: target.path.rfind("/") + 1])
    return Standpoint(page, here.folder, target.url) if isinstance(target, Outside) else here


def read(site: Site, here: Standpoint, written: str, use: Use) -> Target:
    """Read one link the way browsers do, and name what they would silently put right."""
    text = written.strip(_STRIPPED)
    if not text.isprintable():
        text = _TAB_OR_NEWLINE.sub("", text)
    if wrong := _fault_of_text(text):
        return Wrong(wrong)
    if ":" in text and (match := _SCHEME.match(text)):
        return _with_scheme(site, match[1].lower(), match[2])
    if text.startswith("//"):
        return _with_scheme(site, "https" if site.secure else "http", text)
    if use is Use.ABSOLUTE:
        return Wrong(kinds.NOT_ABSOLUTE)
    return _relative(site, here, text)


def _fault_of_text(text: str) -> Kind | None:
    if not text:
        return kinds.EMPTY
    if text[:5].lower() == "data:" or text[:11].lower() == "javascript:":
        return None
    if _ODD.search(text):
        if _SOURCE.search(text):
            return kinds.SOURCE_LINK
        if _TEMPLATE.search(text):
            return kinds.TEMPLATE_LEFT
    return kinds.MISSPELT_SCHEME if "//" in text and _LOST_COLON.match(text) else None


def _with_scheme(site: Site, scheme: str, rest: str) -> Target:
    judged = read_scheme(scheme, rest)
    if judged is not None:
        return judged
    before_query = re.split(r"[?#]", rest, maxsplit=1)[0]
    if "\\" in before_query:
        return Wrong(kinds.BACKSLASH)
    target = read_web(scheme, rest)
    if not isinstance(target, Outside):
        return target
    host, path = host_and_path(target.url)
    if host != site.host or not f"{path}/".startswith(site.prefix):
        return Wrong(kinds.BAD_PERCENT) if _BAD_PERCENT.search(target.url) else target
    own = _below_root(path[len(site.prefix) :], "", target.fragment)
    insecure = site.secure and scheme == "http"
    return replace(own, insecure=True) if insecure and isinstance(own, Inside) else own


def _relative(site: Site, here: Standpoint, text: str) -> Target:
    address, _, fragment = text.partition("#")
    path, _, query = address.partition("?")
    if "\\" in path:
        return Wrong(kinds.BACKSLASH)
    if _BAD_PERCENT.search(query):
        return Wrong(kinds.BAD_PERCENT)
    if not path:
        return Inside(here.page, fragment)
    return Elsewhere() if here.outside else _path(site, here, path, fragment)


def _path(site: Site, here: Standpoint, path: str, fragment: str) -> Target:
    if not path.startswith("/"):
        return _below_root(path, here.folder, fragment)
    if not f"{path}/".startswith(site.prefix):
        return Wrong(kinds.OUTSIDE_BASE)
    return _below_root(path[len(site.prefix) :], "", fragment)


def _below_root(path: str, folder: str, fragment: str) -> Target:
    """Follow a path from a folder; its dot segments are followed before it is decoded."""
    if _BAD_PERCENT.search(path):
        return Wrong(kinds.BAD_PERCENT)
    if "//" in path or path.startswith("/"):
        return Wrong(kinds.DOUBLE_SLASH)
    steps: list[str] = folder.split("/")[:-1]
    segments = path.split("/")
    for segment in segments:
        dots = segment.lower().replace("%2e", ".") if "%" in segment else segment
        if dots == "..":
            if not steps:
                return Wrong(kinds.CLIMBS)
            steps.pop()
        elif dots not in (".", ""):
            steps.append(decode(segment))
    ends_in_folder = segments[-1].lower().replace("%2e", ".") in ("", ".", "..")
    whole = "/".join(steps)
    return Inside(f"{whole}/" if ends_in_folder and whole else whole, fragment)


def decode(text: str) -> str:
    """Decode percents to UTF-8; other bytes stand as Python's file names hold them (PEP 383)."""
    return unquote_to_bytes(text).decode("utf-8", "surrogateescape") if "%" in text else text
