"""Text -> places of e-mail addresses that are not the site's own mailboxes.

The shape is RFC 5322's addr-spec without quoting and comments, and what people write to hide
one: (at), [at], "snabel-a".
"""

import re
from collections.abc import Iterator

from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.recognise.own import Own

RULE = "contact/e-mail"
NOBODY = Own()
_SHAPE = re.compile(
    r"(?<![\w.!#$%&*+/=?^`~-])[\w.!#$%&'*+/=?^`~-]++"
    r"(?:@|\s{0,2}[(\[{]\s{0,2}(?:at|snabel-?a|alfakrøl)\s{0,2}[)\]}]\s{0,2}|"
    r"\s(?:snabel-?a|alfakrøl)\s)"
    r"(?:[\w-]{1,63}(?:\.|\s?[(\[](?:dot|punktum)[)\]]\s?)){1,5}(?!(?:png|jpe?g|gif|webp|svg|avif|css|js)\b)[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_AT = re.compile(r"[(\[{]\s{0,2}[aA][tT]\b")
_WORDS = ("snabel", "alfakrøl")


def find(text: str, own: Own = NOBODY) -> Iterator[Match]:
    """Yield every address that is not one of the authority's mailboxes."""
    if not _has_sign(text):
        return
    for match in _SHAPE.finditer(text):
        if not own.has_mailbox(match.group().strip("'.")):
            yield Match(match.start(), match.end(), RULE)


def _has_sign(text: str) -> bool:
    """Whether anything is there that an address cannot do without; most texts have nothing."""
    if "@" in text or _AT.search(text):
        return True
    lowered = text.lower()
    return any(word in lowered for word in _WORDS)
