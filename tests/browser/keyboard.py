"""An open page -> what the Tab key cannot reach, cannot leave, or does not show."""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from browser.probes import probe
from PIL import Image, ImageChops
from playwright.sync_api import CDPSession, Page

ROUND = 8
"""CSS px around a control that belong to its focus ring."""

FOCUS = """one => {
    one.focus({focusVisible: true});
    one.scrollIntoView({block: "center"});
    const {x, y, width, height} = one.getBoundingClientRect();
    return {x: x + scrollX, y: y + scrollY, width, height};
}"""
"""Gives the place of a control in the document, in CSS px."""

CHANGED = re.compile(rb"[^\0]+")

MODES = (
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
)


def tab_order(page: Page) -> list[str]:
    """Go through all controls with Tab and back: in order, seen whole, and out at both ends."""
    page.set_viewport_size({"width": 1280, "height": 800})
    names = probe(page, "controls")
    if not names:
        return ["reach: there is no control"]
    there = _walk(page, "Tab", len(names))
    back = _walk(page, "Shift+Tab", len(names))
    return [
        *_wrong(there, list(range(len(names))), names, "Tab"),
        *_wrong(back, list(reversed(range(len(names)))), names, "Shift+Tab"),
    ]


def _walk(page: Page, key: str, count: int) -> list[tuple[int, bool]]:
    """Press a key until every control had its turn, and once more to leave."""
    page.evaluate("document.activeElement.blur()")
    steps = []
    for _ in range(count + 1):
        page.keyboard.press(key)
        focused = probe(page, "focused")
        steps.append((focused["number"], focused["seen"]))
    return steps


def _wrong(
    steps: list[tuple[int, bool]], expected: list[int], names: list[str], key: str
) -> list[str]:
    went = [number for number, _ in steps]
    if went[:-1] != expected:
        place = next(i for i, number in enumerate(went) if number != expected[i])
        return [f"order: {key} does not come to {names[expected[place]]}"]
    faults = [f"unseen: {names[number]} with {key}" for number, seen in steps[:-1] if not seen]
    return [*faults, *([f"trap: {key} stays at {names[went[-1]]}"] if went[-1] == went[-2] else [])]


def focus_ring(page: Page) -> list[str]:
    """Compare pictures of each make of control without and with focus (WCAG 2.2, 2.4.13).

    The pixels that change by 3 to 1 must cover what a line 2 px thick around the control covers.
    """
    page.set_viewport_size({"width": 1280, "height": 800})
    camera = page.context.new_cdp_session(page)
    faults = []
    for mode in MODES:
        page.emulate_media(**mode)  # type: ignore[arg-type]
        for number in probe(page, "kinds"):
            faults += [f"{fault} in {mode}" for fault in _ring(page, camera, number)]
    camera.detach()
    return faults


def _ring(page: Page, camera: CDPSession, number: int) -> list[str]:
    control = page.locator(f'[data-probe="{number}"]')
    box = control.evaluate(FOCUS)
    clip = _around(box)
    focused = _picture(camera, clip)
    control.evaluate("one => one.blur()")
    changed = _changed(focused, _picture(camera, clip))
    needed = 2 * 2 * (box["width"] + box["height"])
    if changed >= needed:
        return []
    return [f"focus: {changed} of {needed:.0f} px change at {control.evaluate('probe.name')}"]


def _around(box: dict[str, float]) -> dict[str, float]:
    left, top = max(0, box["x"] - ROUND), max(0, box["y"] - ROUND)
    return {
        "scale": 1,
        "x": left,
        "y": top,
        "width": box["x"] + box["width"] + ROUND - left,
        "height": box["y"] + box["height"] + ROUND - top,
    }


def _picture(camera: CDPSession, clip: dict[str, float]) -> Image.Image:
    """Return what a part of the document looks like; asked of Chromium itself, which is faster."""
    taken = camera.send("Page.captureScreenshot", {"clip": clip, "optimizeForSpeed": True})
    return Image.open(BytesIO(b64decode(taken["data"]))).convert("RGB")


def _changed(one: Image.Image, other: Image.Image) -> int:
    """Count the pixels whose contrast between two pictures is at least 3 to 1."""
    changed = ImageChops.difference(one, other).convert("L").tobytes()
    befores, afters = one.tobytes(), other.tobytes()
    pairs = Counter(
        (befores[3 * place : 3 * place + 3], afters[3 * place : 3 * place + 3])
        for run in CHANGED.finditer(changed)
        for place in range(run.start(), run.end())
    )
    return sum(count for (a, b), count in pairs.items() if contrast(a, b) >= 3)


def contrast(one: Sequence[int], other: Sequence[int]) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Sequence[int]) -> float:
    parts = [part / 255 for part in color]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
