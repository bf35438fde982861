"""Files of an index -> which pages each word finds, read as the browser's script reads them."""

import json
from collections.abc import Mapping

from markedsdialog.search.index import MANIFEST


def found(files: Mapping[str, bytes]) -> dict[str, dict[str, int]]:
    """Return for each word the addresses of its pages, with their weights."""
    manifest = json.loads(files[MANIFEST])
    folder = f"soeg/{manifest['folder']}"
    shown = [
        page
        for number in range(sum(name.startswith(f"{folder}/sider-") for name in files))
        for page in json.loads(files[f"{folder}/sider-{number}.json"])
    ]
    words: dict[str, dict[str, int]] = {}
    for number in range(len(manifest["shards"])):
        for word, steps in json.loads(files[f"{folder}/ord-{number}.json"]).items():
            assert word not in words, "a word stands in one shard"
            words[word], page = {}, 0
            for step, weight in zip(steps[::2], steps[1::2], strict=True):
                page += step
                words[word][shown[page][0]] = weight
    return words
