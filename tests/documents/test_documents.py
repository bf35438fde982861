"""Every PDF and Word file that the site hands out can be read by everybody.

PDF: the 104 rules of PDF/UA-1 (ISO 14289-1) that page-validation knows. Word: title, language,
headings, header rows and descriptions. Whether the words make sense no machine can tell.
"""

from pathlib import Path
from zipfile import ZipFile

import page
import pytest
from documents import word


def pdf_faults(data: bytes) -> list[str]:
    """Return the rules of PDF/UA-1 that a file breaks."""
    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    return [f"{one.rule_id}: {one.message}" for one in report.failures]


def test_every_pdf_of_the_site_is_pdf_ua(real: Path) -> None:
    files = sorted(real.rglob("*.pdf"))
    assert files
    assert {file.name: found for file in files if (found := pdf_faults(file.read_bytes()))} == {}


def test_every_word_file_of_the_site_can_be_read_by_a_screen_reader(real: Path) -> None:
    files = sorted(real.rglob("*.docx"))
    assert files
    assert {file.name: found for file in files if (found := word.faults(file))} == {}


PLAIN_PDF = b"""%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
0000000106 00000 n 
trailer <</Size 4/Root 1 0 R>>
startxref
170
%%EOF
"""  # noqa: W291 - a line of the xref table is 20 bytes with its space (ISO 32000-1, 7.5.4)


def test_a_plain_pdf_is_refused() -> None:
    assert len(pdf_faults(PLAIN_PDF)) > 4


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
CORE = '<c xmlns:dc="http://purl.org/dc/elements/1.1/">{}</c>'
GOOD = {
    "word/document.xml": f'<w:d {W}><w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:p></w:d>',
    "word/styles.xml": f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="H3"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>',
    "docProps/core.xml": CORE.format("<dc:title>Svarskema</dc:title><dc:creator/>"),
}
BODY = '<w:d {w} {wp}><w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:p>{more}</w:d>'
SKIPPED = '<w:p><w:pPr><w:pStyle w:val="H3"/></w:pPr></w:p>'
BAD = {
    "title": {"docProps/core.xml": CORE.format("")},
    "author": {
        "docProps/core.xml": CORE.format("<dc:title>a</dc:title><dc:creator>x</dc:creator>")
    },
    "language": {"word/styles.xml": GOOD["word/styles.xml"].replace('w:val="da-DK"', "")},
    "heading": {"word/document.xml": BODY.format(w=W, wp=WP, more=SKIPPED)},
    "table": {"word/document.xml": BODY.format(w=W, wp=WP, more="<w:tbl><w:tr/></w:tbl>")},
    "picture": {"word/document.xml": BODY.format(w=W, wp=WP, more="<wp:docPr/>")},
    "part": {"word/styles.xml": ""},
}


def _written(file: Path, parts: dict[str, str]) -> Path:
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            if text:
                archive.writestr(name, text)
    return file


def test_a_word_file_with_all_it_needs_has_no_fault(tmp_path: Path) -> None:
    assert word.faults(_written(tmp_path / "god.docx", GOOD)) == []


@pytest.mark.parametrize("rule", BAD)
def test_a_word_file_with_a_seeded_fault_is_refused(tmp_path: Path, rule: str) -> None:
    found = word.faults(_written(tmp_path / "fejl.docx", GOOD | BAD[rule]))
    assert [fault.split(":")[0] for fault in found] == [rule]
