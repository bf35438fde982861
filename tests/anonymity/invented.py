"""People, suppliers and a day that never were."""

from datetime import date

from markedsdialog.anonymity.register.model import Person, Register, Side, Supplier

TODAY = date(2031, 5, 4)
NAME = "Torvald Brønsholtkvist"

REGISTER = Register(
    people=(
        Person(name=NAME, role="områdechef", side=Side.SUPPLIER, supplier="q"),
        Person(name="Yrsa-Gerda Åkjærdal", role="fuldmægtig", side=Side.AUTHORITY),
        Person(name="Dagny Skov", role="konsulent", side=Side.AUTHORITY, aliases=("Dadda",)),
    ),
    suppliers=(
        Supplier(
            id="q",
            names=("Qvandtholm Kompetence A/S", "QVK"),
            domains=("qvandtholm.dk",),
            addresses=("Glimmergade 5, 9999 Nordbyen",),
            numbers=("99887766",),
        ),
        Supplier(id="b", names=("Brobyg",)),
        Supplier(id="t", names=("Springbræt",)),
    ),
    numbers=("2031-0099887",),
)

REGISTER_FILE = f"""\
people:
  - {{name: {NAME}, role: områdechef, side: supplier, supplier: q}}
suppliers:
  - {{id: q, names: [Qvandtholm Kompetence A/S]}}
"""
"""A register as it stands in a file of private/."""
