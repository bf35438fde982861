"""Mail and telephone links -> whether their form is right; nothing is asked or sent."""

import re
from urllib.parse import unquote

_DIGITS = re.compile(r"\+?[\d().\- ]+")
_SHORTEST, _LONGEST = 3, 15  # digits of a number (E.164) with its country code
_SERVICE = re.compile(r"[*#\d]+")  # *100#, as telephone networks use it
# The dot-atom of RFC 5322, 3.2.3, with letters of any language (RFC 6531).
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_MAIL = re.compile(rf"{_ATOM}(\.{_ATOM})*@(?P<host>[^@\s]+)")
_HOST = re.compile(r"(?=.{1,253}\.?$)((?!-)[\w-]{1,63}(?<!-)\.)+(?!-)[^\W\d_][\w-]{0,61}[^\W_]\.?")


def is_host_name(name: str) -> bool:
    """Tell whether a name is a public server's: labels of RFC 1123, two at least, any language."""
    return "_" not in name.rpartition(".")[2] and _HOST.fullmatch(name) is not None


def is_mail_link(rest: str) -> bool:
    """Check what follows `mailto:` (RFC 6068): addresses, or a `to` among its headers."""
    addresses, _, headers = rest.partition("?")
    named = [value for key, _, value in _pairs(headers) if key in ("to", "cc", "bcc")]
    everyone = [unquote(one) for part in (addresses, *named) if part for one in part.split(",")]
    return bool(everyone) and all(map(_is_mail_address, everyone))


def _pairs(headers: str) -> list[tuple[str, str, str]]:
    pairs = [header.partition("=") for header in headers.split("&")]
    return [(key.lower(), mark, value) for key, mark, value in pairs]


def _is_mail_address(address: str) -> bool:
    match = _MAIL.fullmatch(address.strip())
    return match is not None and is_host_name(match["host"])


def is_telephone_link(rest: str) -> bool:
    """Check what follows `tel:` (RFC 3966): 3 to 15 digits (E.164) and visual separators.

    A number without a country code and a service code are right; parameters are not read.
    """
    number = unquote(rest).partition(";")[0].strip()
    if not number.isdigit() and any(map(str.isdigit, number)) and _SERVICE.fullmatch(number):
        return True
    digits = sum(map(str.isdigit, number))
    return _DIGITS.fullmatch(number) is not None and _SHORTEST <= digits <= _LONGEST
