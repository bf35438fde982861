"""The texts of all pages -> the index: which words find which page, in files of some kB.

    soeg/indeks.json            the folder, the first word of each shard, the pages in a file
    soeg/<digest>/ord-7.json    a shard, a run of the sorted words: each word's pages and weights
    soeg/<digest>/sider-0.json  what results show of pages 0-99

The folder's name tells its content, so that a reader who searches while a new site is put in
place never mixes two indexes.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from math import log2

from markedsdialog.search.texts import Text
from markedsdialog.search.words import stems

MANIFEST = "soeg/indeks.json"
SHARD_OCTETS = 16_000
"""A shard is no longer, unless it holds a single word."""

PAGES_TOGETHER = 100
TITLE, HEADING, BODY = 8, 4, 1
"""How much a word counts in a title, in a heading or a lead, and in running text."""

SATURATION, LENGTH_MATTERS = 1.2, 0.75
"""The usual constants of BM25 (Robertson and Zaragoza 2009, "k1" and "b")."""

Postings = list[tuple[int, int]]
"""(page, weight) pairs in the order of pages."""


def index(texts: Iterable[Text]) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the bytes of each file; the same texts give the same files."""
    pages = tuple(texts)
    shards = tuple(_shards(_postings(pages)))
    files = {f"ord-{number}.json": _json(dict(shard)) for number, shard in enumerate(shards)}
    for number, first in enumerate(range(0, len(pages), PAGES_TOGETHER)):
        shown = [_shown(page) for page in pages[first : first + PAGES_TOGETHER]]
        files[f"sider-{number}.json"] = _json(shown)
    folder = _digest(files)
    manifest = {
        "folder": folder,
        "shards": [shard[0][0] for shard in shards],
        "pages_together": PAGES_TOGETHER,
    }
    yield MANIFEST, _json(manifest)
    for name, data in files.items():
        yield f"soeg/{folder}/{name}", data


def _postings(pages: Sequence[Text]) -> dict[str, Postings]:
    """Return each word's pages, weighted as BM25 does, in whole tenths."""
    counted = [_counted(page) for page in pages]
    found = Counter(word for words in counted for word in words)
    lengths = [words.total() for words in counted]
    mean = sum(lengths) / len(lengths) if any(lengths) else 1.0
    postings: defaultdict[str, Postings] = defaultdict(list)
    rarity = {word: log2(1 + (len(pages) - n + 0.5) / (n + 0.5)) for word, n in found.items()}
    for number, (words, length) in enumerate(zip(counted, lengths, strict=True)):
        damping = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length / mean)
        for word, count in words.items():
            weight = rarity[word] * count / (count + damping)
            postings[word].append((number, max(1, round(10 * weight))))
    return postings


def _counted(page: Text) -> Counter[str]:
    words: Counter[str] = Counter()
    for weight, texts in (
        (TITLE, (page.title,)),
        (HEADING, (page.opening, page.kind, *page.headings)),
        (BODY, page.body),
    ):
        told = Counter(word for text in texts for word in stems(text))
        for word, count in told.items():
            words[word] += weight * count
    return words


def _shards(postings: Mapping[str, Postings]) -> Iterator[list[tuple[str, list[int]]]]:
    """Yield runs of words in the order in which a browser compares them (ECMA-262, UTF-16)."""
    shard: list[tuple[str, list[int]]] = []
    octets = 0
    for word in sorted(postings, key=lambda word: word.encode("utf-16-be")):
        entry = word, _steps(postings[word])
        size = len(_json(entry))
        if shard and octets + size > SHARD_OCTETS:
            yield shard
            shard, octets = [], 0
        shard.append(entry)
        octets += size
    if shard:
        yield shard


def _steps(postings: Postings) -> list[int]:
    """Return page, weight, page, weight …, each page as the step from the one before."""
    steps, before = [], 0
    for page, weight in postings:
        steps += [page - before, weight]
        before = page
    return steps


def _shown(page: Text) -> list[str]:
    return [page.address, page.title, page.kind, page.opening]


def _digest(files: Mapping[str, bytes]) -> str:
    whole = sha256()
    for name, data in files.items():
        whole.update(f"{name} {len(data)}\n".encode() + data)
    return whole.hexdigest()[:10]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
