"""Raw minutes, a register and letters -> the draft of the minutes and the editor's list."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from markedsdialog.anonymity.recognise.needles import SUPPLIER, needles, search
from markedsdialog.anonymity.recognise.own import Own
from markedsdialog.anonymity.redact.heading import Heading
from markedsdialog.anonymity.redact.layout import to_markdown
from markedsdialog.anonymity.redact.names import Doubt, Redacted, Replacement, redact
from markedsdialog.anonymity.redact.propose import slug
from markedsdialog.anonymity.redact.roles import RolesFile, generalise
from markedsdialog.anonymity.register.model import Person, Register, Side

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
)  # fmt: skip
_WRITTEN = re.compile(r"(\d{1,2})\.?\s*(" + "|".join(_MONTHS) + r")\s+(\d{4})", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_ONLINE = re.compile(r"online|teams|zoom|video|skype|virtuel", re.IGNORECASE)
_PHONE = re.compile(r"telefon", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """name: of the file, without its ending. text: Markdown with facts, ready to be approved."""

    name: str
    text: str
    replacements: tuple[Replacement, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a draft needs besides the minutes: the dialogue's key and the site's tables."""

    letters: Mapping[str, str]
    roles: RolesFile
    own: Own
    published: date
    is_ordinary: Callable[[str], bool]


def draft(heading: Heading, register: Register, settings: Settings) -> Draft:
    """Return the minutes without names."""
    wanted = search(needles(register, settings.is_ordinary))
    roles = [generalise(person.role, settings.roles) for person in register.people]
    done = redact(
        to_markdown(heading.body),
        wanted,
        [role.role for role in roles],
        settings.letters,
        settings.own,
        settings.is_ordinary,
    )
    letter = _letter(register, settings, done)
    facts = {
        "title": f"Dialogmøde med Leverandør {letter}" if letter else "Dialogmøde",
        "held": _month(heading.time),
        "form": _form(heading),
        "place": _place(heading, settings),
        "published": settings.published,
        "participants": _counted(register, [role.role for role in roles]),
        "lots": _lots(done.text),
        "themes": [],
    }
    doubts = [*done.doubts, *_doubts(heading, register, [role.known for role in roles], facts)]
    name = slug(f"dialogmoede leverandoer {letter}" if letter else "dialogmoede")
    matter = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True)
    return Draft(name, f"---\n{matter}---\n\n{done.text}", done.replacements, tuple(doubts))


def _letter(register: Register, settings: Settings, done: Redacted) -> str:
    """Return the letter of the supplier that was met, the one named most often."""
    counts = Counter(r.new[11:12] for r in done.replacements if r.rule == SUPPLIER)
    met = [p.supplier for p in register.people if p.supplier]
    if counts:
        return counts.most_common(1)[0][0]
    return settings.letters[met[0]] if met else ""


def _month(time: str) -> str:
    """Return YYYY-MM: with supplier and role, the day alone could single a person out."""
    written = _WRITTEN.search(time)
    if written:
        return f"{written[3]}-{_MONTHS.index(written[2].lower()) + 1:02}"
    figures = _FIGURES.search(time)
    if figures:
        return f"{figures[3] or figures[4]}-{int(figures[2] or figures[5]):02}"
    return ""


def _form(heading: Heading) -> str:
    if _ONLINE.search(heading.place):
        return "online"
    return "phone" if _PHONE.search(heading.place) else "meeting"


def _place(heading: Heading, settings: Settings) -> str:
    form = _form(heading)
    if form != "meeting":
        return "online"
    place = heading.place.lower()
    street = place.split(",")[0].strip()
    ours = "forvaltning" in place or bool(street and settings.own.has_address(street))
    return "at the authority" if ours else "at the supplier"


def _counted(register: Register, roles: list[str]) -> list[dict[str, str | int]]:
    present = Counter(zip((person.side for person in register.people), roles, strict=True))
    return [
        {"side": str(side), "role": role, "count": count}
        for (side, role), count in sorted(
            present.items(), key=lambda one: (list(Side).index(one[0][0]), one[0][1])
        )
    ]


def _lots(text: str) -> list[int]:
    found = re.findall(
        r"(?:udbudsområde|delaftale)\s+(\d+)(?:\s*(?:,|og)\s*(\d+))*", text, re.IGNORECASE
    )
    return sorted({int(number) for pair in found for number in pair if number})


def _doubts(
    heading: Heading, register: Register, known: list[bool], facts: Mapping[str, object]
) -> list[Doubt]:
    doubts = []
    if not heading.participants:
        doubts.append(
            Doubt(1, "the raw minutes have no table of participants: complete the register")
        )
    if not facts["held"]:
        doubts.append(Doubt(1, "no date of the meeting was found: enter held as YYYY-MM"))
    if facts["place"] == "at the supplier":
        doubts.append(Doubt(1, "the meeting place was taken for the supplier's: check place"))
    doubts += [
        Doubt(1, f"the title of person {number} of the register is in no table: check the role")
        for number, sure in enumerate(known)
        if not sure
    ]
    doubts += [
        Doubt(1, f"persons {shared} of the register share a surname: check who is meant")
        for shared in _shared(register)
    ]
    return doubts


def _shared(register: Register) -> list[str]:
    surnames: dict[str, list[int]] = {}
    for number, person in enumerate(register.people):
        surnames.setdefault(_surname(person), []).append(number)
    return [", ".join(map(str, who)) for who in surnames.values() if len(who) > 1]


def _surname(person: Person) -> str:
    return person.name.split()[-1].casefold()
