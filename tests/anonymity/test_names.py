"""Every form in which a registered name has been seen to slip through."""

import pytest

from markedsdialog.anonymity.extract import kinds
from markedsdialog.anonymity.gate import Watch
from markedsdialog.anonymity.gate.sight import matches, sight
from markedsdialog.anonymity.text.plain import plain

PERSON, SUPPLIER, NUMBER = "register/person", "register/supplier", "register/number"
CAUGHT = {
    PERSON: [
        "Torvald Brønsholtkvist", "Torvald", "torvald", "TORVALD", "Torvalds", "Torvald's",
        "Torvald’s", "Brønsholtkvist", "Broensholtkvist", "Bronsholtkvist", "brønsholtkvists",
        "T o r v a l d", "T.o.r.v.a.l.d", "T-o-r-v-a-l-d", "Tor-\nvald", "Tor\nvald", "Tor-vald",
        "Tor\u00advald", "Tor\u200bvald", "T\u043ervald", "To\u0301rvald", "Brønsholt-\nkvist",
        "Brønsholtkvist, Torvald", "T. Brønsholtkvist", "TBrønsholtkvist", "TorvaldBrønsholtkvist",
        "torvald_bronsholtkvist.docx", "/referat-torvald/", "referatTorvald.pdf",
        "tbronsholtkvist@x.example", "Torvald-metoden", "Ｔｏｒｖａｌｄ", "𝐓𝐨𝐫𝐯𝐚𝐥𝐝",
        "Bro\u0338nsholtkvist", "Åkjærdal", "A\u030akjærdal", "Aakjaerdal", "Akjardal", "aakjærdal",
        "Yrsa", "Gerda", "Yrsa-Gerda", "Yrsa Gerda", "YRSA", "Dadda", "i Skov så", "DAGNY SKOV",
        "dagny skov", "dagny-skov", "med Skovs", "Skov mente", "Torvald1", "«Torvald»",
        "(Torvald)", "Torvald/Dagny", "https://x.example/Torvald",
    ],
    SUPPLIER: [
        "Qvandtholm Kompetence A/S", "Qvandtholm Kompetence", "qvandtholm kompetence", "Qvandtholm",
        "Qvandtholms", "Qvandtholmkonsulenter", "Qvandtholm-konsulenter", "QVANDTHOLM", "QVK",
        "QVK's", "QVK'S", "QVKs", "QVKS", "Q.V.K.", "Q V K", "QVKsk", "QVKske", "qvk",
        "QVK-modellen",
        "QVKmodellen", "www.qvandtholm.dk", "qvandtholm", "Qvandt-\nholm", "Qvandtholm\nKompetence",
        "Glimmergade 5", "glimmergade 5, 9999 nordbyen", "99 88 77 66", "99887766", "Brobyg",
        "hos Brobygs folk",  "hos Springbræt var", "hos SPRINGBRÆT",
        "Q\u00advandtholm", "eks-QVK", "hos springbraet-Springbræt",
    ],
    NUMBER: ["2031-0099887", "2031-0099887-4", "20310099887", "2031 0099887", "sag 2031/0099887"],
}  # fmt: skip
PASSED = [
    "torv aldrig", "et stort vald", "en skov", "Skoven er stor", "skovens", "dag", "den nye dag",
    "et springbræt til job", "springbrættet", "kvist", "kompetence", "Kompetence er vigtigt",
    "brobygning", "Brobyggerne", "q.v.", "2031", "0099", "99 88 77 65", "Springbrættet",
    "dagsorden", "gærdet",
    "Leverandør Q", "vold", "tor sdag", "qv k", "leverandørens akkumulerede tal", "afbrobygget",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule"), [(text, rule) for rule, texts in CAUGHT.items() for text in texts]
)
def test_a_registered_name_is_found_in_this_form(text: str, rule: str, watching: Watch) -> None:
    sentence = f"På mødet blev {text} nævnt af kommunen."
    assert rule in {match.rule for match in matches(plain(sentence), watching, deny=False)}


@pytest.mark.parametrize("text", PASSED)
def test_words_that_only_share_letters_with_a_name_pass(text: str, watching: Watch) -> None:
    found = matches(plain(f"på mødet blev det {text} nævnt"), watching, deny=False)
    assert not [match for match in found if match.rule.startswith("register/")]


def test_a_supplier_named_by_an_ordinary_word_is_asked_about_where_it_opens_a_sentence(
    watching: Watch,
) -> None:
    found = matches(plain("Springbræt er et godt ord."), watching, deny=False)
    assert [match.rule for match in found] == ["register/ordinary-word"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Br&oslash;nsholtkvist</p>",
        "<p>Br&#248;nsholtkvist</p>",
        "<p>Br&#xF8;nsholtkvist</p>",
        "<p>Br&amp;oslash;nsholtkvist</p>",
        "<p>Tor<b>vald</b></p>",
        "<p>Tor<br>vald</p>",
        "<p>Tor<wbr>vald</p>",
        "<p>Tor<!-- -->vald</p>",
        '<a href="/Br%C3%B8nsholtkvist">her</a>',
        '<a href="mailto:torvald@x.example">her</a>',
        '<p title="Torvald">her</p>',
        '<img alt="Torvald" src="a.png">',
        "<!-- Torvald -->",
        "<script>x='Br\\u00f8nsholtkvist'</script>",
        '<style>a:after{content:"Torvald"}</style>',
        "<title>Torvald</title>",
        '<meta name="author" content="Torvald">',
        '<p data-x="Torvald">her</p>',
        "<p title='Torvald",
        "<torvald>her</torvald>" + "<p class=Torvald>x</p>",
        '<img src="data:image/svg+xml;base64,PHRleHQ+VG9ydmFsZDwvdGV4dD4=">',
        '<img src="data:image/svg+xml,%3Ctext%3ETorvald%3C/text%3E">',
    ],
)
def test_mark_up_does_not_hide_a_name(html: str, watching: Watch) -> None:
    contents = kinds.read("side.html", html.encode())
    found = {s.rule for p in contents.passages for s in sight(p, watching, deny=False)}
    assert PERSON in found
