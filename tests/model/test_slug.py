import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from markedsdialog.model.slug import slug


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Målgruppe og økonomi", "maalgruppe-og-oekonomi"),
        ("ÆØÅ æøå", "aeoeaa-aeoeaa"),
        ("A\u030a", "aa"),
        ("Café Müller", "cafe-myller"),
        ("  1.2 Pris/kvalitet  ", "1-2-pris-kvalitet"),
        ("日本", ""),
        ("!", ""),
        ("", ""),
        ("et-ord", "et-ord"),
    ],
)
def test_danish_becomes_an_address(text: str, address: str) -> None:
    assert slug(text) == address


@given(st.text(max_size=40))
def test_an_address_is_of_one_form_and_its_own_address(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))
    assert slug(slug(text)) == slug(text)
