"""A report -> text for people, or JSON, JUnit, SARIF and a page, for programs and editors."""

from collections.abc import Callable

from markedsdialog.links.report.editors import render_page
from markedsdialog.links.report.junit import render_junit
from markedsdialog.links.report.machine import render_json
from markedsdialog.links.report.sarif import render_sarif
from markedsdialog.links.report.text import render_text, summary
from markedsdialog.links.values import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "json": render_json,
    "junit": render_junit,
    "sarif": render_sarif,
    "html": render_page,
}
"""Every form of a report by its name."""

__all__ = ["FORMATS", "summary"]
