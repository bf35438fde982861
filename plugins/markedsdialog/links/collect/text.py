"""Plain text formats with links in them -> the links: calendars and robots.txt."""

import re
from collections.abc import Iterator

from markedsdialog.links.values import Collected, Link, Use

_PROPERTY = re.compile(
    r"(?P<name>[A-Za-z-]+)(?P<parameters>(?:;[^:;\"]*(?:\"[^\"]*\")?)*):(?P<value>.*)", re.DOTALL
)
_ADDRESS_PROPERTIES = {"URL", "ATTACH", "CONFERENCE", "IMAGE", "SOURCE", "LINK", "TZURL"}
_PROSE_PROPERTIES = {"DESCRIPTION", "LOCATION", "COMMENT", "STYLED-DESCRIPTION"}
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"\\]+[^\s<>\"\\.,;:!?)\]]")
_SITEMAP = re.compile(r"sitemap\s*:\s*(\S+)", re.IGNORECASE)


def collect_calendar(text: str) -> Collected:
    """Find the links of an iCalendar file (RFC 5545): its address properties and its prose."""
    return Collected(links=[link for line, value in _unfold(text) for link in _of(value, line)])


def collect_robots(text: str) -> Collected:
    """Find the site maps that a robots.txt names (RFC 9309, 2.2.4)."""
    return Collected(
        links=[
            Link(match[1], "robots sitemap", number, Use.ABSOLUTE)
            for number, line in enumerate(text.splitlines(), 1)
            if (match := _SITEMAP.match(line.strip()))
        ]
    )


def _unfold(text: str) -> Iterator[tuple[int, str]]:
    """Join folded lines: one that begins with a blank belongs to the line above (3.1)."""
    start, whole = 1, ""
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line[:1] in (" ", "\t"):
            whole += line[1:]
            continue
        if whole:
            yield start, whole
        start, whole = number, line
    if whole:
        yield start, whole


def _of(content_line: str, line: int) -> Iterator[Link]:
    match = _PROPERTY.fullmatch(content_line)
    if match is None:
        return
    name, value = match["name"].upper(), match["value"]
    if name in _ADDRESS_PROPERTIES and "VALUE=BINARY" not in match["parameters"].upper():
        yield Link(value, f"calendar {name}", line, Use.ABSOLUTE)
    elif name in _PROSE_PROPERTIES:
        unescaped = re.sub(r"\\[nN]", "\n", value)
        for found in _WEB_ADDRESS.findall(unescaped):
            yield Link(found, f"calendar {name}", line, Use.ABSOLUTE)
