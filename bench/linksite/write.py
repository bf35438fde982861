"""Cases and a number of ordinary pages -> files on disk, the same for the same seed."""

import json
import random
from pathlib import Path
from urllib.parse import quote

from bench.linksite.cases import CASES, Case
from bench.linksite.targets import TARGETS

PREFIX = "marked"
"""The folder, below the one that is served, in which the site lies."""

_WORDS = [
    "markedet",
    "kommunen",
    "leverandører",
    "drift",
    "frist",
    "opgave",
    "løsning",
    "spørgsmål",
    "dialog",
    "krav",
    "behov",
    "pris",
    "kvalitet",
    "tidsplan",
    "udbud",
    "ønske",
    "erfaring",
    "risiko",
    "ansvar",
    "aftale",
]
_LINKS = 93  # on each ordinary page, as on the pages that the peers were measured with
_ANCHORS = 12
_BYTES = 25_000


def write_site(folder: Path, pages: int, seed: int) -> Path:
    """Write the site below `folder` and give its root; `truth.json` lies beside it."""
    root = folder / PREFIX
    for path, content in TARGETS.items():
        _write(root / path, content)
    for case in CASES:
        _write_case(root, case)
    chance = random.Random(seed)
    for number in range(pages):
        _write(root / _address(number) / "index.html", _ordinary(number, pages, chance))
    _write(root / "index.html", _index(pages))
    truth = [{"name": each.name, "page": each.page, "kind": each.kind} for each in CASES]
    _write(folder / "truth.json", json.dumps(truth, ensure_ascii=False, indent=1))
    return root


def _write(file: Path, content: str | bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def _write_case(root: Path, case: Case) -> None:
    for path, content in case.files.items():
        _write(root / path, content)
    if case.body or case.head:
        page = (
            f'<!doctype html>\n<html lang="da"><head><meta charset="utf-8"><title>{case.name}'
            f"</title>\n{case.head}\n</head><body>\n{case.body}\n</body></html>\n"
        )
        _write(root / "proever" / case.name / "index.html", page)


def _index(pages: int) -> str:
    """Link to everything: tools that crawl find no other way to it."""
    cases = [quote(case.page) for case in CASES if case.page != "robots.txt"]
    addresses = [*cases, "proever/maal/", *(f"{_address(number)}/" for number in range(pages))]
    links = "\n".join(f'<a href="{address}">x</a>' for address in addresses)
    return f'<!doctype html>\n<html lang="da"><title>Forside</title>\n{links}\n</html>\n'


def _address(number: int) -> str:
    return f"sider/{number // 100:03}/{number:05}"


def _ordinary(number: int, pages: int, chance: random.Random) -> str:
    links = [f'<a href="../../../{_address(n)}/">Side {n}</a>' for n in range(min(20, pages))]
    while len(links) < _LINKS - _ANCHORS:
        there, anchor = chance.randrange(pages), chance.randrange(_ANCHORS)
        links.append(f'<a href="../../../{_address(there)}/#afsnit-{anchor}">om {there}</a>')
    own = "".join(f'<li><a href="#afsnit-{n}">Afsnit {n}</a>' for n in range(_ANCHORS))
    words = " ".join(chance.choices(_WORDS, k=40))
    share = len(links) // _ANCHORS + 1
    filling = (_BYTES - 80 * _LINKS) // (_ANCHORS * len(words)) + 1
    parts = [
        f'<section id="afsnit-{n}" class="afsnit"><h2>Afsnit {n}</h2><p>{(words + " ") * filling}'
        f"</p><p>{' '.join(links[n * share : (n + 1) * share])}</p></section>"
        for n in range(_ANCHORS)
    ]
    return (
        f'<!doctype html>\n<html lang="da"><head><meta charset="utf-8"><title>Side {number}</title>'
        f"</head><body>\n<nav><ul>{own}</ul></nav>\n{chr(10).join(parts)}\n</body></html>\n"
    )
