"""The built files as files: what three validators say of them, and what they weigh."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from browser.sites import Site
from browser.table import WHOLE, count
from browser.tools import HERE, JAVA, NODE, module, run

UNKNOWN_TO_CSSTREE = "* Unknown at-rule descriptor `margin`"
"""The margins of a page on paper (CSS Paged Media 3, 5), which the Nu checker knows."""

SITES = ("real", "gallery")
PAGE_BYTES = 15_000
FONT_BYTES = 20_000
STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')


def html_validate(folder: Path) -> list[str]:
    """Ask html-validate of every page."""
    done = run(
        NODE,
        str(module("html-validate/bin/html-validate.mjs")),
        *("--config", str(HERE / "html-validate.json"), "--formatter", "json"),
        f"{folder}/**/*.html",
    )
    return [
        f"{one['ruleId']}: {page['filePath']}:{one['line']}"
        for page in json.loads(done.stdout)
        for one in page["messages"]
    ]


def nu(folder: Path) -> list[str]:
    """Ask the Nu checker of the W3C of every page.

    It knows the grammar of values (`datetime`, languages) that html-validate leaves alone.
    """
    jar = str(module("vnu-jar/build/dist/vnu.jar"))
    done = run(JAVA, "-Xss1m", "-jar", jar, "--skip-non-html", "--format", "json", str(folder))
    return [
        f"{one['message']}: {one['url']}:{one.get('lastLine')}"
        for one in json.loads(done.stderr)["messages"]
    ]


def csstree(folder: Path) -> list[str]:
    """Ask csstree of every style sheet; each finding is a line that begins with a star."""
    done = run(NODE, str(module("csstree-validator/bin/validate.js")), str(folder / "theme"))
    lines = [line.strip() for line in done.stderr.splitlines()]
    return [line for line in lines if line.startswith("*") and line != UNKNOWN_TO_CSSTREE]


VALIDATORS = {"html-validate": html_validate, "Nu HTML checker": nu, "csstree": csstree}


@pytest.mark.parametrize("name", SITES)
@pytest.mark.parametrize("check", VALIDATORS)
def test_a_validator_finds_nothing(
    request: pytest.FixtureRequest, sites: dict[str, Site], check: str, name: str
) -> None:
    folder = sites[name].folder
    faults = VALIDATORS[check](folder)
    pages = len(list(folder.rglob("*.css" if check == "csstree" else "*.html")))
    count(request, check, WHOLE, pages=pages, faults=len(faults))
    assert pages
    assert not faults, "\n".join(faults)


SEEDED = {
    "html-validate": ("side.html", "<p><p id='a' id='a'></p>", "no-dup-attr"),
    "Nu HTML checker": ("side.html", "<time datetime='i morgen'>i morgen</time>", "datetime"),
    "csstree": ("theme/style.css", "a { color: bleu; colour: blue }", "Invalid value for `color`"),
}


@pytest.mark.parametrize("check", VALIDATORS)
def test_a_validator_finds_a_seeded_defect(tmp_path: Path, check: str) -> None:
    name, text, finds = SEEDED[check]
    (tmp_path / "theme").mkdir()
    (tmp_path / name).write_text(f"<!doctype html>\n{text}" if "html" in name else text, "utf-8")
    assert any(finds in fault for fault in VALIDATORS[check](tmp_path))


def weight(site: Site, address: str) -> int:
    """Return the bytes of a page and its style sheets as they travel, brotli at its best."""
    file = site.file(address)
    below = urlsplit(site.root).path
    styles = [
        site.folder / one.removeprefix(below) if one.startswith("/") else file.parent / one
        for one in STYLE.findall(file.read_text("utf-8"))
    ]
    assert styles
    return sum(len(brotli.compress(one.read_bytes())) for one in (file, *styles))


@pytest.mark.parametrize("name", SITES)
def test_no_page_with_its_style_is_heavy(
    request: pytest.FixtureRequest, sites: dict[str, Site], name: str
) -> None:
    site = sites[name]
    weights = {address: weight(site, address) for address in site.addresses()}
    heavy = {address: size for address, size in weights.items() if size > PAGE_BYTES}
    count(request, "at most 15 kB", WHOLE, pages=len(weights), faults=len(heavy))
    assert heavy == {}


def test_the_typeface_is_light(sites: dict[str, Site]) -> None:
    fonts = list((sites["real"].folder / "theme").glob("*.woff2"))
    assert fonts
    assert [font.stat().st_size for font in fonts if font.stat().st_size > FONT_BYTES] == []
