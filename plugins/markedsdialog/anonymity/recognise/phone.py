"""Text -> places of numbers like Danish and foreign telephone numbers.

Danish numbers have eight digits and start with 2 to 9 (Styrelsen for Dataforsyning og
Infrastruktur's numbering plan); foreign ones are known by + or 00. Expects harmless numbers to
be masked.
"""

import re
from collections.abc import Iterator

from markedsdialog.anonymity.recognise.match import Match
from markedsdialog.anonymity.recognise.own import Own

RULE = "contact/phone"
NOBODY = Own()
_DANISH = re.compile(
    r"(?<![\d.,/+-])(?:\(?(?:\+|00)45\)?[\s.-]?)?"
    r"(?:[2-9]\d(?:[ \u00a0.-]?\d{2}){3}|[2-9]\d{3}[ \u00a0.-]\d{4}|[2-9]\d{2}[ ]\d{2}[ ]\d{3})"
    r"(?![\d/%]|[.,]\d|-\d)"
)
_FOREIGN = re.compile(
    r"(?<![\w+])(?:\+|00)(?!00)[1-9]\d{0,2}[\s.()-]{0,2}(?:\d[\s.()-]{0,2}){6,12}\d"
)


def find(masked: str, own: Own = NOBODY) -> Iterator[Match]:
    """Yield every number that somebody could call, but for the authority's own."""
    seen = -1
    for pattern in (_FOREIGN, _DANISH):
        for match in pattern.finditer(masked):
            if match.start() != seen and not own.has_phone(match.group()):
                seen = match.start()
                yield Match(match.start(), match.end(), RULE)
