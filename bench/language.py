"""A seeded source of chance -> invented Danish sentences of the length and shape of real ones.

The sentences say nothing; they only weigh what an officer's sentences weigh. Real texts are
mostly plain words with now and then brackets, quotes, a figure, bold words or a link.
"""

from random import Random

SERVICES = (
    "drift af lokale busruter;rengøring af svømmehaller;vedligehold af grønne områder;"
    "madservice på plejehjem;vintertjeneste på cykelstier;indsamling af haveaffald;"
    "kørsel af elever til specialskoler;drift af legepladser;vask af arbejdstøj;"
    "tolkning i sundhedsplejen;pasning af gadebelysning;levering af skolemøbler"
).split(";")
THINGS = (
    "opgavens omfang;kravene til bemanding;den daglige planlægning;responstiden;"
    "samarbejdet med kommunens egne medarbejdere;dokumentationen af det udførte arbejde;"
    "de fysiske rammer;fordelingen af risiko;opstartsperioden;kvaliteten i hverdagen;"
    "brugernes oplevelse;kravene til køretøjer og materiel;den sociale klausul;"
    "klimaaftrykket;opfølgningen på aftalen;prismodellen;afgrænsningen af delaftalerne;"
    "de løbende målinger;muligheden for at bruge underleverandører;spidsbelastninger"
).split(";")
ACTIONS = (
    "fastholde erfarne medarbejdere;planlægge driften på tværs af områder;"
    "måle kvaliteten ens hele året;nedbringe antallet af klager;indfase nyt materiel;"
    "reagere hurtigt på ændringer;holde prisen i ro;inddrage brugerne tidligere;"
    "dele data med kommunen;sikre en rolig overgang fra den nuværende aftale;"
    "tilpasse indsatsen efter årstiden;følge op på aftalte mål"
).split(";")
STATEMENTS = (
    (
        "Kommunen ønsker viden om {thing}, fordi {other} har stor betydning for muligheden for at "
        "{action}."
    ),
    (
        "I den nuværende aftale hænger {thing} tæt sammen med {other}, og det har vist sig "
        "vanskeligt at {action} uden en klar ansvarsfordeling."
    ),
    (
        "Erfaringen er, at {thing} (særligt i årets første {number} måneder) afgør, om "
        "leverandøren kan {action}."
    ),
    (
        "Opgaven omfatter i dag {number} lokationer, hvor {thing} og {other} bliver fulgt op hver "
        "måned."
    ),
    'Begrebet "{thing}" skal forstås bredt og omfatter også {other} samt viljen til at {action}.',
    (
        "Der er forskel på, hvordan {thing} vægtes, men alle parter peger på, at det er afgørende "
        "at kunne {action}, også når {other} ændrer sig."
    ),
    (
        "Forvaltningen orienterede om, at {thing} kun kan ændres ift. de rammer, der følger af "
        "lovgivningen, mens {other} kan drøftes frit."
    ),
    (
        "Leverandøren anbefaler, at {thing} beskrives mere præcist, f.eks. med {number} konkrete "
        "mål, så det bliver lettere at {action}."
    ),
)
QUESTIONS = (
    "Hvordan vurderer I, at {thing} bedst kan beskrives, så det bliver muligt at {action}?",
    "Hvilken betydning har {thing} efter jeres erfaring for {other}?",
    "Hvilke forudsætninger er nødvendige for at {action}, og hvordan påvirker de {thing}?",
    "Er der krav til {thing}, som efter jeres vurdering unødigt begrænser konkurrencen?",
    (
        "Kommunen overvejer at ændre {thing}. Hvad ville det betyde for {other} og for jeres "
        "mulighed for at {action}?"
    ),
    "Hvad driver omkostningerne mest: {thing} eller {other}?",
)


class Writer:
    """Writes sentences; the same chance gives the same sentences."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def statement(self) -> str:
        """Return a sentence that tells something."""
        return self._fill(self.chance.choice(STATEMENTS))

    def question(self) -> str:
        """Return a question to the market."""
        return self._fill(self.chance.choice(QUESTIONS))

    def paragraph(self, sentences: int) -> str:
        """Return so many sentences in a row."""
        return " ".join(self.statement() for _ in range(sentences))

    def bold_item(self) -> str:
        """Return a list item that begins with what it is about."""
        return f"- **{self.chance.choice(THINGS).capitalize()}**. {self.statement()}"

    def _fill(self, form: str) -> str:
        thing, other = self.chance.sample(THINGS, 2)
        action, number = self.chance.choice(ACTIONS), self.chance.randint(2, 48)
        return form.format(thing=thing, other=other, action=action, number=number)
