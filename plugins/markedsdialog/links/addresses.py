"""Every distinct target of a site -> one number, so that a page's links are an array of numbers."""

from array import array
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from markedsdialog.links.address import Site, Standpoint, read
from markedsdialog.links.values import Elsewhere, Inside, Link, Target, Use

Numbers: TypeAlias = "array[int]"
_ELSEWHERE = 0
_ABSOLUTE, _NODE = Use.ABSOLUTE, Use.NODE  # names that are found faster
_ON_THE_PAGE = frozenset({"", "#", "?", " "})
_SAME_FROM_EVERYWHERE = ("/", "https://", "http://", "mailto:", "tel:")


class Addresses:
    """Numbers for targets, in order of first sight; 0 is every link that needs no look."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.targets: list[Target] = [Elsewhere()]
        self._numbers: dict[Target, int] = {self.targets[0]: _ELSEWHERE}
        self._by_text: dict[str, int] = {}

    def of_links(self, here: Standpoint, links: Iterable[Link]) -> Numbers:
        """Give the numbers of a page's links, each once."""
        numbers = set(self.each(here, links))
        numbers.discard(_ELSEWHERE)
        return array("I", sorted(numbers))

    def each(self, here: Standpoint, links: Iterable[Link]) -> Iterator[int]:
        """Give the number of each link, in order.

        A site's links are few targets written a million times: two links that are the same
        text, seen from the same folder, are read once.
        """
        known = self._by_text
        for link in links:
            text = _key(here, link)
            number = known.get(text)
            if number is None:
                number = known[text] = self._number(here, link)
            yield number

    def _number(self, here: Standpoint, link: Link) -> int:
        target = read(self.site, here, link.written, link.use)
        if link.use is Use.NODE and isinstance(target, Inside):
            target = Inside(target.path, "")
        number = self._numbers.get(target)
        if number is None:
            number = self._numbers[target] = len(self.targets)
            self.targets.append(target)
        return number


def _key(here: Standpoint, link: Link) -> str:
    """Give a text that is equal for links that lead to the same place; blanks keep it apart."""
    written, folder = link.written, here.folder
    if here.outside or link.use is _ABSOLUTE or link.use is _NODE:
        return f"{link.use.value} {here.outside} {here.page} {written}"
    if written.startswith("../") and ":" not in written:
        return _from_above(folder, written)
    if written[:1] in _ON_THE_PAGE:
        return f"{here.page} {written}"
    if written.startswith(_SAME_FROM_EVERYWHERE):
        return written
    return f"{folder} {written}"


def _from_above(folder: str, written: str) -> str:
    """Climb as many folders as the link does and the site has; ..//x is no way up."""
    above, start = folder, 0
    while above and written.startswith("../", start):
        above = above[: above.rfind("/", 0, -1) + 1]
        start += 3
    if written.startswith("/", start):
        return f"{folder} {written}"
    return f"{above} {written[start:]}" if start < len(written) else f"{folder} {written}"
