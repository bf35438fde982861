"""A number and a seed -> invented dialogues of five pages, in our form and in stock Pelican's.

A dialogue has what the real ones have: a landing page, a briefing, a question framework with 27
questions in eight themes, and the minutes of two meetings. Both forms hold the same Markdown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from bench.language import SERVICES, Writer
from markedsdialog.anonymity.seal import as_yaml, beside, seal

PAGES_A_DIALOGUE = 5
FIRST_DAY, DAYS = date(2023, 1, 2), 1400
"""Each dialogue is published on one of so many days."""

AUTHORITIES = """\
vej-og-park:
  name: Vej- og Parkforvaltningen
  mailbox: udbud@vejogpark.example
skole-og-fritid:
  name: Skole- og Fritidsforvaltningen
  mailbox: udbud@skoleogfritid.example
sundhed-og-omsorg:
  name: Sundheds- og Omsorgsforvaltningen
  mailbox: udbud@sundhedogomsorg.example
"""
ALLOWANCES = """\
mailboxes:
  - markedsdialog@markedsdialog.example
  - udbud@vejogpark.example
  - udbud@skoleogfritid.example
  - udbud@sundhedogomsorg.example
"""
AUTHORITY_KEYS = ("vej-og-park", "skole-og-fritid", "sundhed-og-omsorg")
THEMES = (
    ("Opgavens omfang", 4),
    ("Kvalitet og opfølgning", 3),
    ("Medarbejdere og kompetencer", 4),
    ("Samarbejde i hverdagen", 3),
    ("Levering og opstart", 3),
    ("Pris og risiko", 3),
    ("Udbudsdesign og konkurrence", 4),
    ("Afsluttende spørgsmål", 3),
)
"""The titles of the themes and how many questions each asks; the last has no number."""
THEME_IDS = ("opgavens-omfang", "pris-og-risiko")

ANSWER_FORM = "tema;spørgsmål;svar\n"


@dataclass(frozen=True, slots=True)
class Text:
    """One page: its file below the dialogue's folder, our facts as YAML, and its Markdown."""

    file: str
    title: str
    facts: str
    body: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Five pages that belong together, and what stock Pelican must know of all of them."""

    slug: str
    authority: str
    published: date
    texts: tuple[Text, ...]


def dialogues(number: int, seed: int) -> Iterator[Dialogue]:
    """Yield so many dialogues; the n-th depends on the seed and n alone."""
    return (_dialogue(position, seed) for position in range(1, number + 1))


def write_for_us(dialogue: Dialogue, content: Path) -> None:
    """Write a dialogue's folder below `content`, as our editors would."""
    folder = content / "dialoger" / dialogue.slug
    for text in dialogue.texts:
        _write(folder / text.file, f"---\ntitle: {text.title}\n{text.facts}---\n\n{text.body}")
        if "referater/" in text.file:
            _seal(folder / text.file, dialogue.published)
    _write(folder / "bilag" / "svarskema.csv", ANSWER_FORM)


def _seal(minutes: Path, day: date) -> None:
    """Seal minutes as an officer who has read them would."""
    approved = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    made = seal(minutes.read_bytes(), approved=approved, by="fuldmægtig", kept=())
    _write(beside(minutes), as_yaml(made))


def write_for_stock_pelican(dialogue: Dialogue, content: Path) -> None:
    """Write the same five texts as Pelican's articles, with their links in Pelican's form."""
    for text in dialogue.texts:
        slug = f"{dialogue.slug}-{Path(text.file).stem}"
        header = (
            f"Title: {text.title}\nDate: {dialogue.published}\n"
            f"Category: {dialogue.authority}\nSlug: {slug}\n"
        )
        body = text.body.replace("](", "]({filename}")
        _write(content / dialogue.slug / text.file, f"{header}\n{body}")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _dialogue(position: int, seed: int) -> Dialogue:
    chance = Random(f"{seed}/{position}")
    writer = Writer(chance)
    service = chance.choice(SERVICES)
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    authority = chance.choice(AUTHORITY_KEYS)
    return Dialogue(
        slug=f"dialog-{position:05}",
        authority=authority,
        published=published,
        texts=(
            _landing_page(writer, f"{service} ({position})", authority, published),
            _briefing(writer, service),
            _framework(writer),
            _minutes(writer, "a", published + timedelta(days=50)),
            _minutes(writer, "b", published + timedelta(days=57)),
        ),
    )


def _landing_page(writer: Writer, service: str, authority: str, published: date) -> Text:
    deadline, change = published + timedelta(days=42), published + timedelta(days=7)
    facts = f"""\
lead: Kommunen forbereder et udbud af {service} og spørger markedet til råds.
authority: {authority}
case_number: {published.year}-{writer.chance.randint(1000, 9999)}
target_group: Borgere og ansatte, der bruger ordningen hver uge
lots:
  - number: 1
    title: Området nord for åen
  - number: 2
    title: Området syd for åen
cpv:
  - code: 90910000-9
    label: Rengøring
expected_value:
  amount: {writer.chance.randint(20, 900) * 100_000}
procedure: open
contract:
  start: {published.year + 2}-01
  months: 48
published: {published}
question_deadline: {deadline - timedelta(days=14)} 12:00
response_deadline: {deadline} 12:00
meetings:
  - title: Informationsmøde
    start: {published + timedelta(days=14)} 13:00
    end: {published + timedelta(days=14)} 15:00
    online: true
minutes_expected: {published.year + 1}-Q1
tender_notice_expected: {published.year + 1}
answering:
  mailbox: udbud@{authority.replace("-", "")}.example
  subject: Markedsdialog
  languages: [da, en]
  shown: without names
documents:
  - file: bilag/svarskema.csv
    title: Svarskema
    kind: answer form
    date: {published}
changes:
  - time: {change} 10:00
    field: response deadline
    old: {deadline - timedelta(days=7)} 12:00
    new: {deadline} 12:00
    reason: Flere leverandører bad om mere tid.
"""
    body = (
        f"{writer.paragraph(2)}\n\nLæs [oplægget](oplaeg.md) og [spørgerammen](spoergeramme.md).\n"
    )
    return Text("dialog.md", f"Information om kommende udbud af {service}", facts, body)


def _briefing(writer: Writer, service: str) -> Text:
    elements = "\n".join(writer.bold_item() for _ in range(8))
    body = f"""\
## Om opgaven

{writer.paragraph(2)}

{writer.paragraph(3)}

{writer.paragraph(2)}

## Centrale elementer

{writer.paragraph(2)}

{elements}

{writer.paragraph(1)}

## Formål med markedsdialogen

{writer.paragraph(2)}

{writer.paragraph(2)} Spørgsmålene står i [spørgerammen](spoergeramme.md).
"""
    return Text("oplaeg.md", f"Oplæg til markedsdialog - {service}", "", body)


def _framework(writer: Writer) -> Text:
    themes = []
    for number, (title, questions) in enumerate(THEMES, start=1):
        numbered = f"{number}. {title}" if number < len(THEMES) else title
        lead = f"{writer.statement()}\n\n" if number < len(THEMES) else ""
        items = "\n".join(f"- {writer.question()}" for _ in range(questions))
        themes.append(f"## {numbered}\n\n{lead}{items}\n")
    return Text("spoergeramme.md", "Spørgeramme", "", "\n".join(themes))


def _minutes(writer: Writer, letter: str, published: date) -> Text:
    facts = f"""\
held: {published:%Y-%m}
duration_minutes: 60
form: meeting
place: at the authority
published: {published}
participants:
  - side: authority
    role: medarbejdere
    count: 2
  - side: supplier
    role: repræsentanter
    count: 3
lots: [1, 2]
themes: [{", ".join(THEME_IDS)}]
"""
    items = ["\n".join(f"- {writer.paragraph(2)}" for _ in range(count)) for count in (9, 4)]
    body = f"""\
## Formål med mødet

{writer.paragraph(2)} Baggrunden står på [dialogens side](../dialog.md).

## Indsats og rammer

Leverandøren peger på, at:

{items[0]}

## Samarbejde og pris

{writer.paragraph(1)}

{items[1]}

{writer.paragraph(3)}
"""
    title = f"Referat af møde med Leverandør {letter.upper()}"
    return Text(f"referater/leverandoer-{letter}.md", title, facts, body)
