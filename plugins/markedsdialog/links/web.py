"""An address with a scheme -> the place on the web it names, or why it names none."""

import ipaddress
import re
from urllib.parse import urlsplit

from rapidfuzz.distance import OSA

from markedsdialog.links import kinds
from markedsdialog.links.contact import is_host_name, is_mail_link, is_telephone_link
from markedsdialog.links.values import Elsewhere, Kind, Outside, Target, Wrong

# Schemes that readers' programs know, of the IANA registry and of common use.
_KNOWN = frozenset(
    """about acct bitcoin blob callto cid data facetime feed fish ftp ftps geo git gopher im imap
    irc ircs ldap ldaps magnet maps market matrix message mid msteams ms-excel ms-powerpoint
    ms-word news nfs nntp pop rtsp sftp sgn signal sip sips skype slack sms smsto spotify ssh stun
    svn tag teams telnet turn urn viber view-source webcal whatsapp wss ws xmpp zoommtg""".split()
)
_WANTED = ("http", "https", "mailto", "tel")
_PRIVATE_NAMES = (
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
)
_AUTHORITY = re.compile(r"(?P<user>.*@)?(?P<host>\[[^\]]*\]|[^:]*)(?::(?P<port>.*))?", re.DOTALL)
_HIGHEST_PORT = 65535
_SLASHES = 2


def read_scheme(scheme: str, rest: str) -> Target | None:
    """Judge `scheme:rest`; None says that it is a web address, which `read_web` takes on."""
    if scheme in ("http", "https"):
        return None
    if scheme == "mailto":
        return Elsewhere() if is_mail_link(rest) else Wrong(kinds.BAD_MAIL)
    if scheme in ("tel", "sms", "fax"):
        number = rest.partition("?")[0]
        return Elsewhere() if is_telephone_link(number) else Wrong(kinds.BAD_TELEPHONE)
    if scheme == "javascript":
        return Wrong(kinds.SCRIPT_LINK)
    if scheme == "file" or len(scheme) == 1:  # C:\...
        return Wrong(kinds.LOCAL_FILE)
    if scheme in _KNOWN or scheme.startswith("web+"):
        return Elsewhere()
    if rest.startswith("/") or min(distance(scheme, wanted) for wanted in _WANTED) == 1:
        return Wrong(kinds.MISSPELT_SCHEME)
    return Wrong(kinds.UNKNOWN_SCHEME)


def distance(one: str, other: str) -> int:
    """Count the letters to add, take away, change or swap between two words."""
    return OSA.distance(one, other)


def read_web(scheme: str, rest: str) -> Target:
    """Judge what follows `http:` or `https:`; backslashes and percents are judged elsewhere."""
    slashes = len(rest) - len(rest.lstrip("/"))
    if slashes < _SLASHES:
        return Wrong(kinds.MISSING_SLASHES)
    if slashes > _SLASHES:
        return Wrong(kinds.NO_HOST)
    authority = re.split(r"[/?#]", rest[2:], maxsplit=1)[0]
    if wrong := _fault_of_authority(authority):
        return Wrong(wrong)
    address, _, fragment = f"{scheme}:{rest}".partition("#")
    return Outside(address, fragment)


def _fault_of_authority(authority: str) -> Kind | None:
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        return kinds.BAD_HOST
    host, port = match["host"], match["port"]
    if not host:
        return kinds.NO_HOST
    if match["user"]:
        return kinds.CREDENTIALS
    if port is not None and not (
        port.isascii() and port.isdigit() and 0 < int(port) <= _HIGHEST_PORT
    ):
        return kinds.BAD_PORT
    return _fault_of_host(host)


def _fault_of_host(host: str) -> Kind | None:
    if (address := _literal(host)) is not None:
        return None if address.is_global else kinds.LOCAL_ADDRESS
    name = host.rstrip(".").lower()
    if name.rpartition(".")[2] in _PRIVATE_NAMES:
        return kinds.LOCAL_ADDRESS
    return None if is_host_name(host) else kinds.BAD_HOST


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def host_and_path(url: str) -> tuple[str, str]:
    """Give the server's name with its port, in small letters, and the path of a web address."""
    parts = urlsplit(url)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    name = (parts.hostname or "").rstrip(".")
    return (name if parts.port in (None, default) else f"{name}:{parts.port}"), parts.path
