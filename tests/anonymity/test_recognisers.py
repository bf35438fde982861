"""Each recogniser with what it must catch and what it must pass."""

import pytest

from markedsdialog.anonymity.recognise import address, cpr, email, numbers, phone, tampering
from markedsdialog.anonymity.recognise.own import own

CPR = [
    "011290-1234", "0112901234", "011290 1234", "CPR 290200-4321.", "født 31.12.77-0001",
    "671290-1234", "010107-4000", "(241255-1111)", "cpr-nr.: 050505-5005",
]  # fmt: skip
NO_CPR = [
    "2031-0099887", "2031-0099887-4", "sagsnr. 0112901234", "CVR 01129012", "EAN 5798000011212",
    "321390-1234", "011390-1234", "300290-1234", "tlf. 99 11 22 33", "0112901234567",
    "den 01.12.2090 kl. 14", "75200000-8", "1.234.567.890 kr.", "2031-05-04T10:00",
]  # fmt: skip


@pytest.mark.parametrize("text", CPR)
def test_a_cpr_number_is_found(text: str) -> None:
    assert list(cpr.find(numbers.mask(text)))


@pytest.mark.parametrize("text", NO_CPR)
def test_another_number_is_no_cpr_number(text: str) -> None:
    assert not list(cpr.find(numbers.mask(text)))


PHONES = [
    "tlf. 29 88 77 66", "+45 29887766", "29887766", "2988 7766", "(+45) 29 88 77 66",
    "0045 29 88 77 66", "ring 29.88.77.66", "+46 70 123 45 67", "+44 20 7946 0958", "298 87 766",
    "29-88-77-66",
]  # fmt: skip
NO_PHONES = [
    "2031-05-04", "2031-0099887", "kl. 14.00-15.00", "CVR 29887766", "CVR-nr. 29 88 77 66",
    "75200000-8", "24. marts 2031", "§ 1, stk. 2", "1.250.000 kr.", "2029-2031", "12 34",
    "EAN 5798000011212", "29887766123", "10 borgere og 20 timer", "ISBN 978-87-12-34567-8",
    "99 11 22 33", "+45 99112233",
]  # fmt: skip
OWN = own(("udbud@kommunen.example",), ("Rådhusgade 1, 9990 Stadby",), ("99 11 22 33",))


@pytest.mark.parametrize("text", PHONES)
def test_a_number_that_can_be_called_is_found(text: str) -> None:
    assert list(phone.find(numbers.mask(text), OWN))


@pytest.mark.parametrize("text", NO_PHONES)
def test_another_number_or_the_authoritys_own_passes(text: str) -> None:
    assert not list(phone.find(numbers.mask(text), OWN))


E_MAILS = [
    "t.b@qvandt.example", "skriv til T_B+x@a-b.example.dk.", "<a href='mailto:tb@qvandt.dk'",
    "tb (at) qvandt.dk", "tb [at] qvandt [dot] dk", "tb snabel-a qvandt.dk", "tb{at}qvandt.dk",
    "ærø@qvandt.dk",
]  # fmt: skip
NO_E_MAILS = [
    "udbud@kommunen.example", "Udbud@Kommunen.example", "ikon@2x.png", "@media print", "a @ b",
    "100 @ 5 kr.", "vi mødtes at drøfte www.kommunen.dk",
]  # fmt: skip


@pytest.mark.parametrize("text", E_MAILS)
def test_an_e_mail_address_is_found(text: str) -> None:
    assert list(email.find(text, OWN))


@pytest.mark.parametrize("text", NO_E_MAILS)
def test_a_mailbox_of_the_site_or_no_address_passes(text: str) -> None:
    assert not list(email.find(text, OWN))


ADDRESSES = [
    "Glimmergade 5", "glimmervej 12", "Nørre Glimmer Allé 3 B", "på Glimmertorvet 7, 2. sal",
    "9999 Nordbyen", "Glimmerstræde 112", "H.C. Glimmers Plads 4", "Glimmer Boulevard 9",
]  # fmt: skip
NO_ADDRESSES = [
    "udbudsområde 3", "bilag 2", "1. juli 2024", "i 2023 København", "Delaftale 2",
    "efter 13 uger", "Rådhusgade 1", "9990 Stadby", "målgruppe 2.2", "uddannelse 24 timer",
    "spor 1 og 2",
]  # fmt: skip


@pytest.mark.parametrize("text", ADDRESSES)
def test_a_street_address_is_found(text: str) -> None:
    assert list(address.find(text, OWN))


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_or_the_authoritys_passes(text: str) -> None:
    assert not list(address.find(text, OWN))


TAMPERED = [
    "Tor\u200bvald",
    "Tor\u00advald",
    "T\u043ervald",
    "Τorvald",
    "\u0422\u043e\u0440",
    "a\u2060b",
    "В\u0430k",
]
UNTAMPERED = [
    "Torvald",
    "æøåÆØÅéüñ",
    "Москва",
    "50 µg",
    "100 \u200b kr.",
    "Ἀθῆναι",
]


@pytest.mark.parametrize("text", TAMPERED)
def test_a_word_made_to_be_missed_is_found(text: str) -> None:
    assert list(tampering.find(text))


@pytest.mark.parametrize("text", UNTAMPERED)
def test_an_honest_word_is_not_called_tampered(text: str) -> None:
    assert not list(tampering.find(text))
