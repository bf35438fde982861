"""The colours of `tokens.css`: every pair that the theme may lay on each other, in both schemes.

What pages really lay on each other is measured in the browser (`contrast of 7 to 1`); here the
tokens are held to it by themselves, for whoever changes them.
"""

import re

import pytest
from browser.keyboard import contrast
from house.project import ROOT

TOKENS = (ROOT / "theme" / "static" / "css" / "tokens.css").read_text("utf-8")
TEXT, MARK = 7, 3
"""WCAG 2.2: 1.4.6 for text, 1.4.11 for what is not text."""

PAIRS = {
    "text": (TEXT, ("page", "tint")),
    "text-quiet": (TEXT, ("page", "tint")),
    "link": (TEXT, ("page", "tint")),
    "on-brand": (TEXT, ("brand",)),
    "on-brand-link": (TEXT, ("brand",)),
    "on-button": (TEXT, ("button",)),
    "open-text": (TEXT, ("open",)),
    "warn-text": (TEXT, ("warn",)),
    "focus": (MARK, ("page", "tint")),
    "line-strong": (MARK, ("page", "tint")),
    "button": (MARK, ("page",)),
}
DECORATION = {"line"}
"""What only parts things that are apart anyway."""


def _colors(css: str) -> dict[str, tuple[int, ...]]:
    found = re.findall(r"--([a-z-]+): #([0-9a-f]{3,6});", css)
    return {name: _rgb(value) for name, value in found}


def _rgb(value: str) -> tuple[int, ...]:
    full = value if len(value) == 6 else "".join(digit * 2 for digit in value)
    return tuple(bytes.fromhex(full))


LIGHT, DARK_ONLY = (_colors(half) for half in TOKENS.split("@media screen and", 1))
SCHEMES = {"light": LIGHT, "dark": LIGHT | DARK_ONLY}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("front", PAIRS)
def test_a_colour_stands_out_from_what_it_lies_on(scheme: str, front: str) -> None:
    colors = SCHEMES[scheme]
    least, grounds = PAIRS[front]
    measured = {ground: contrast(colors[front], colors[ground]) for ground in grounds}
    assert {ground for ground, ratio in measured.items() if ratio < least} == set(), measured


def test_every_colour_is_in_a_pair_or_decoration() -> None:
    grounds = {ground for _, of_one in PAIRS.values() for ground in of_one}
    assert set(LIGHT) == set(PAIRS) | grounds | DECORATION


def test_a_weak_pair_is_seen() -> None:
    assert contrast(_rgb("777777"), _rgb("fff")) == pytest.approx(4.48, abs=0.01)
