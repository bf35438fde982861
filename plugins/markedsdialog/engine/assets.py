"""The theme's static folder -> the files that a page loads, under names that tell their content.

All style sheets become one, and so do the scripts of the search page. A file's address carries a
digest of its bytes, so that a server may let browsers keep it for ever.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

STYLE = "style.css"
FIRST = ("tokens.css", "base.css")
"""The style sheets that the components build on."""

SCRIPT = "search.js"
SCRIPTS = ("stem.js", SCRIPT)
"""The parts of the script, each before those that build on it."""


@dataclass(frozen=True, slots=True)
class Assets:
    """addresses: the fingerprinted address of each file by its plain name. files: their bytes."""

    addresses: Mapping[str, str]
    files: Mapping[str, bytes]


def read_assets(static: Path) -> Assets:
    """Read the fonts, the icons and the style sheets of a theme."""
    plain = {
        file.name: file.read_bytes()
        for kind in ("fonts", "icons")
        for file in sorted((static / kind).iterdir())
    }
    addresses = {name: _fingerprinted(name, data) for name, data in plain.items()}
    joined = {STYLE: _style(static / "css", addresses), SCRIPT: _script(static / "js")}
    addresses |= {name: _fingerprinted(name, data) for name, data in joined.items()}
    return Assets(addresses, {addresses[name]: data for name, data in {**plain, **joined}.items()})


def _style(folder: Path, addresses: Mapping[str, str]) -> bytes:
    """Join the style sheets; a file that one names (`url(NAME)`) gets its fingerprinted name."""
    components = sorted((folder / "components").glob("*.css"))
    text = "".join(
        file.read_text("utf-8") for file in (*(folder / name for name in FIRST), *components)
    )
    for name, address in addresses.items():
        text = text.replace(f"url({name})", f"url({PurePosixPath(address).name})")
    return text.encode()


def _script(folder: Path) -> bytes:
    return b"\n".join((folder / name).read_bytes() for name in SCRIPTS)


def _fingerprinted(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    return f"theme/{path.stem}.{sha256(data).hexdigest()[:10]}{path.suffix}"
