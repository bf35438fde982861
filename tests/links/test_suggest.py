import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from markedsdialog.links.judge import SiteJudge

FILES = (
    "dialoger/groen-drift/index.html",
    "dialoger/groen-drift/oplaeg.html",
    "dialoger/skolemad/spoergeramme.html",
    "bilag/målgruppe.pdf",
    "bilag/Tidsplan 2026.pdf",
    "billeder/forside.png",
)
HEADINGS = '<h2 id="formål">x</h2><h2 id="tidsplan-og-frister">x</h2>'

# A link from the front page, and the nearest right one.
NEAR = (
    ("dialoger/grøn-drift/", "/dialoger/groen-drift/"),
    ("dialoger/groen-drif/", "/dialoger/groen-drift/"),
    ("dialoger/groen-drift/oplæg.html", "/dialoger/groen-drift/oplaeg.html"),
    ("dialoger/groen-drift/oplaeg.md", "/dialoger/groen-drift/oplaeg.html"),
    ("dialoger/groen-drift/oplaeg", "/dialoger/groen-drift/oplaeg.html"),
    ("oplaeg.html", "/dialoger/groen-drift/oplaeg.html"),
    ("Dialoger/Skolemad/spoergeramme.html", "/dialoger/skolemad/spoergeramme.html"),
    ("bilag/maalgruppe.pdf", "/bilag/målgruppe.pdf"),
    (unicodedata.normalize("NFD", "bilag/målgruppe.pdf"), "/bilag/målgruppe.pdf"),
    ("bilag/m%25C3%25A5lgruppe.pdf", "/bilag/målgruppe.pdf"),
    ("bilag/tidsplan-2026.pdf", "/bilag/Tidsplan 2026.pdf"),
    ("billeder/forsiden.png", "/billeder/forside.png"),
    ("billeder/forside.jpg", "/billeder/forside.png"),
    ("#formaal", "/index.html#formål"),
    ("#Formål", "/index.html#formål"),
    ("#tidsplan-og-frist", "/index.html#tidsplan-og-frister"),
    ("helt-andet.html", ""),
    ("#helt-andet", ""),
    ("bilag/", ""),
)


@pytest.mark.parametrize(("written", "nearest"), NEAR)
def test_a_wrong_link_gets_the_nearest_right_one(
    tmp_path: Path, written: str, nearest: str
) -> None:
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    link = f'<a href="{quote(written, safe="/#%")}">x</a>'
    (tmp_path / "index.html").write_text(f"{HEADINGS}{link}")
    [finding] = SiteJudge(tmp_path).judge().findings
    assert finding.suggestion == nearest
