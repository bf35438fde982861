import pytest

from markedsdialog.search.words import plain, stems


@pytest.mark.parametrize(
    ("forms", "stem"),
    [
        ("leverandør leverandøren leverandører leverandørerne leverandørers", "leverandør"),
        ("kontrakt kontrakten kontrakter kontrakternes", "kontrak"),
        ("rengøring rengøringen rengøringens", "rengøring"),
        ("tværfaglig tværfagligt tværfaglige", "tværfag"),
        ("mål målet målene", "mål"),
        ("2027", "2027"),
        ("ø", "ø"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str, stem: str) -> None:
    assert set(stems(forms)) == {stem}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" -, . _ ", []),
        ("Køb: VARM mad!", ["køb", "varm", "mad"]),
        ("12.000 e-mail", ["12", "000", "e", "mail"]),
        ("CPV 55521200-0, 12345678-90", ["cpv", "55521200-0", "12345678", "90"]),
        ("snake_case", ["snak", "cas"]),
        ("mad\N{SOFT HYPHEN}service", ["madservic"]),
        ("A\N{COMBINING RING ABOVE}l", ["ål"]),
        ("½ m²", ["½", "m²"]),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(text: str, words: list[str]) -> None:
    assert stems(text) == words


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p>et</p><p>to</p>", "et to"),
        ("<p>af <strong>to</strong>, <em>u</em>venlig</p>", "af to, uvenlig"),
        ("<p>linje<br>skift</p>", "linje skift"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ('<p><a href="../tal/">Pris</a> &amp; krav &lt;b&gt;</p>', "Pris & krav <b>"),
        ('<p><img src="kort.png" alt="Kort over byen"></p>', "Kort over byen"),
        ("<p>\n  mange \n ord </p>", "mange ord"),
    ],
)
def test_the_text_of_html_keeps_words_whole_and_apart(html: str, text: str) -> None:
    assert plain(html) == text
