"""How many names the gate finds in minutes that it never saw, at what cost, and how fast.

Run by `make bench BENCH=anonymity`. Sixty minutes are generated from a seed. Their names are made
of syllables
and are in none of our lists; nothing is registered, so that only default-deny and the recognisers
work. The sentences are ours: edited prose, with the words that such minutes use. What this cannot
measure: names that editors misspell into ordinary words, and prose unlike these sentences.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from markedsdialog.anonymity.gate import Remembered, Watch, examine, watch
from markedsdialog.anonymity.gate.sight import matches
from markedsdialog.anonymity.lexicon.lexicon import Lexicon, load
from markedsdialog.anonymity.project import read_project
from markedsdialog.anonymity.register.model import Person, Register, Side, Supplier
from markedsdialog.anonymity.text.plain import plain

ROOT = Path(__file__).parents[1]
SEED, DOCUMENTS, SENTENCES, PAGES = 20310504, 60, 45, 1000
ONSETS = (
    "br",
    "d",
    "fj",
    "gr",
    "h",
    "kj",
    "kl",
    "l",
    "m",
    "n",
    "r",
    "s",
    "sk",
    "t",
    "tr",
    "v",
    "z",
)
VOWELS = ("a", "e", "i", "o", "u", "y", "æ", "ø", "å", "ia", "ei")
ENDS = ("", "l", "n", "r", "s", "k", "nd", "rd", "lt", "ng", "ska", "vik")
NAMED = (
    "{} mente, at prisen er for lav.",
    "Ifølge {} er der brug for flere mentorer.",
    "Kommunen spurgte {} om kapaciteten.",
    "Det er {}s erfaring, at borgerne møder stabilt.",
    "Referent: {}",
    "Mødet blev ledt af {} fra forvaltningen.",
    "Hos {}-konsulenterne er der to mentorer om hvert hold.",
    "({} følger op på spørgsmålet.)",
    "- {}: Prisen bør fastsættes i udbuddet.",
)
PLAIN = (
    "Forvaltningen orienterede om rammerne for det kommende udbud og om den videre proces.",
    "Der er et ønske om, at der fremadrettet kan blive målt mere på formålet med bestillingen.",
    "Timeprisen bør dække forberedelse, transport og dokumentation, f.eks. ved hjemmebesøg.",
    "Leverandøren anbefaler færre tilbud med større timetalsspænd og et tydeligt formål.",
    "På delaftale 2 kan der suppleres med måling på antal raskmeldte borgere efter 12 måneder.",
    "Kravet følger af lov om aktiv beskæftigelsesindsats og af rammeaftalen med kommunen.",
    "Gruppeforløb kan rummes, hvis forvaltningen stiller det som krav til indsatsen.",
    "## Samarbejde og resultatopfølgning",
    "Trepartssamtaler sikrer fælles retning, og samtalerne tager afsæt i borgerens plan.",
    "Opstart kan ske løbende, men fast optag giver ro i gruppen.",
    "KL og VIVE har begge beskrevet metoden, og EU-reglerne sætter rammen.",
    "Markedet er præget af få, store leverandører og mange små foreninger.",
    "Priserne opjusteres én gang årligt med nettoprisindekset.",
    "Ansatte hos leverandøren kan tilgå systemet hjemmefra med to-faktor-login.",
    "Hvad angår svartider, foreslås fem hverdage fra henvisning til første samtale.",
)
HEAVY = (
    "Data udveksles via SharePoint, og rapporter laves i Power BI.",
    "Møder holdes i Teams, og dokumenter deles som Excel-ark.",
    "Snitfladen til Momentum bør være beskrevet, og DUBU indgår ikke.",
)


@dataclass(frozen=True, slots=True)
class Minutes:
    """A generated text and where each name token stands, with its form."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    people: tuple[str, ...]


def _name(rng: random.Random, lexicon: Lexicon) -> str:
    while True:
        syllables = [
            rng.choice(ONSETS) + rng.choice(VOWELS) + (rng.choice(ENDS) if last else "")
            for last in (False, True)[: rng.randint(1, 2)] or (True,)
        ]
        name = "".join(syllables).capitalize() + rng.choice(("", "", "a", "o"))
        known = lexicon.is_ordinary(name) or lexicon.is_any_name(name) or lexicon.is_place(name)
        if len(name) > 3 and not known:  # noqa: PLR2004 - shorter ones are initials
            return name


FORMS: dict[str, Callable[[str], str]] = {
    "capitalised": lambda name: name,
    "in capitals": str.upper,
    "lower case": str.lower,
    "initials": lambda name: name[:2].upper(),
}
WEIGHTS = (88, 5, 2, 5)  # as edited prose has it: names are capitalised


def _minutes(rng: random.Random, lexicon: Lexicon) -> Minutes:
    people = [_name(rng, lexicon) for _ in range(6)]
    pieces, names, length = [], [], 0
    for _ in range(SENTENCES):
        kind = rng.random()
        if kind < 0.25:  # noqa: PLR2004 - a quarter of the sentences name somebody
            form = rng.choices(tuple(FORMS), WEIGHTS)[0]
            written = FORMS[form](rng.choice(people))
            sentence = rng.choice(NAMED)
            start = length + sentence.index("{}")
            names.append((start, start + len(written), form))
            sentence = sentence.format(written)
        else:
            sentence = rng.choice(HEAVY if kind > 0.97 else PLAIN)  # noqa: PLR2004 - a few
        pieces.append(sentence)
        length += len(sentence) + 2
    return Minutes("\n\n".join(pieces), tuple(names), tuple(people))


def _found(minutes: Minutes, watching: Watch) -> Iterator[tuple[int, int]]:
    for match in matches(plain(minutes.text), watching, deny=True):
        yield match.start, match.end


def _found_with_register(minutes: Minutes, lexicon: Lexicon) -> int:
    """Return how many name tokens are found once the editor has registered the people."""
    people = tuple(Person(name=name, role="konsulent", side=Side.OTHER) for name in minutes.people)
    found = list(_found(minutes, watch([Register(people=people)], lexicon)))
    return sum(any(s < end and start < e for s, e in found) for start, end, _ in minutes.names)


def measure_names(lexicon: Lexicon, watching: Watch) -> Iterator[str]:
    """Tell recall by form, precision, and the words that an editor decides per 1,000."""
    rng = random.Random(SEED)
    there, caught = Counter[str](), Counter[str]()
    flagged = right = words = registered = 0
    decided: list[float] = []
    for _ in range(DOCUMENTS):
        minutes = _minutes(rng, lexicon)
        found = list(_found(minutes, watching))
        hits = [any(s < end and start < e for s, e in found) for start, end, _ in minutes.names]
        there.update(form for *_, form in minutes.names)
        caught.update(form for (*_, form), hit in zip(minutes.names, hits, strict=True) if hit)
        wrong = {
            minutes.text[s:e]
            for s, e in found
            if not any(s < end and start < e for start, end, _ in minutes.names)
        }
        flagged += len(found)
        right += sum(any(s < b and a < e for a, b, _ in minutes.names) for s, e in found)
        registered += _found_with_register(minutes, lexicon)
        count = len(minutes.text.split())
        words += count
        decided.append(1000 * len(wrong) / count)
    yield f"minutes: {DOCUMENTS}, words: {words}, name tokens: {sum(there.values())}"
    for form in FORMS:
        yield f"recall, {form}: {100 * caught[form] / there[form]:.1f} % of {there[form]}"
    yield f"recall, all: {100 * sum(caught.values()) / sum(there.values()):.1f} %"
    yield f"recall, all, with a register: {100 * registered / sum(there.values()):.1f} %"
    yield f"precision: {100 * right / flagged:.1f} %"
    middle, most = statistics.median(decided), max(decided)
    yield f"words to decide per 1,000, median: {middle:.1f}, most: {most:.1f}"


def _register(rng: random.Random, lexicon: Lexicon) -> Register:
    people = tuple(
        Person(
            name=f"{_name(rng, lexicon)} {_name(rng, lexicon)}", role="konsulent", side=Side.OTHER
        )
        for _ in range(8)
    )
    suppliers = tuple(Supplier(id=f"s{n}", names=(_name(rng, lexicon),)) for n in range(3))
    return Register(people=people, suppliers=suppliers)


def _page(number: int, rng: random.Random) -> str:
    prose = "\n".join(f"<p>{rng.choice(PLAIN)}</p>" for _ in range(60))
    links = "\n".join(f'<li><a href="/dialoger/{n}/">Markedsdialog {n}</a></li>' for n in range(40))
    return f"<!doctype html><title>Side {number}</title><nav><ul>{links}</ul></nav>{prose}"


def measure_time(lexicon: Lexicon, project_watch: Watch) -> Iterator[str]:
    """Tell CPU seconds of a first gate over 1,000 pages, of a second, and of 1 MB of minutes."""
    rng = random.Random(SEED)
    registers = [_register(rng, lexicon) for _ in range(20)]
    watching = watch(registers, lexicon, project_watch.terms)
    with tempfile.TemporaryDirectory() as folder:
        root, memory = Path(folder) / "output", Path(folder) / "gate.json"
        root.mkdir()
        for number in range(PAGES):
            kind = "referater" if number % 5 == 0 else "sider"
            (root / str(number) / kind).mkdir(parents=True)
            (root / str(number) / kind / "index.html").write_text(_page(number, rng), "utf-8")
        size = sum(path.stat().st_size for path in root.rglob("*.html"))
        for run in ("first", "unchanged"):
            began = time.process_time()
            remembered = Remembered(memory)
            found = examine(
                root, watch=watching, allowances=(), remembered=remembered, today=date(2031, 5, 4)
            )
            remembered.save()
            spent = time.process_time() - began
            told = f"{run} gate, {PAGES} pages, {size / 1e6:.1f} MB"
            yield f"{told}: {spent:.2f} s CPU, {len(found)} findings"
    text = "\n\n".join(rng.choice(PLAIN) for _ in range(12_000))
    began = time.process_time()
    matches(plain(text), watching, deny=True)
    yield f"minutes of {len(text.encode()) / 1e6:.2f} MB: {time.process_time() - began:.2f} s CPU"


def add_to(subparsers: Any) -> None:
    """Declare the bench."""
    parser = subparsers.add_parser("anonymity", help="what the gate finds, and what it costs")
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> str:
    """Measure, and return a line for each figure."""
    project = read_project(ROOT)
    lexicon = load(ROOT / ".cache/words")
    watching = project.watch(())
    return "\n".join([*measure_names(lexicon, watching), *measure_time(lexicon, watching)])
