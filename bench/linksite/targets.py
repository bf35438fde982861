"""What the planted cases may link to, by path below the site's root."""

from bench.linksite.cases import BASE, NFD_CAFE

_PAGE = '<!doctype html><html lang="da"><title>x</title><p id="a">x</p></html>'
_GOAL = """<!doctype html><html lang="da"><meta charset="utf-8"><title>Mål</title>
<h1 id="afsnit">Afsnit</h1><h2 id="formål">Formål</h2><a name="gammelt-navn">x</a>
<p id="100%">x</p><textarea><p id="i-tekstfelt"></textarea>
<template><p id="i-skabelon">x</p></template><noscript><p id="uden-script">x</p></noscript>
</html>"""
_SPRITE = '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="hus"><path d="M0 0"/></symbol></svg>'

TARGETS: dict[str, str | bytes] = {
    ".well-known/security.txt": f"Contact: {BASE}\n",
    "drafts/kladde/index.html": _PAGE,
    "proever/maal/index.html": _GOAL,
    "proever/maal/side.html": _PAGE,
    "proever/maal/æble.html": _PAGE,
    f"proever/maal/{NFD_CAFE}.html": _PAGE,
    "proever/maal/a&b.html": _PAGE,
    "proever/maal/it's.html": _PAGE,
    "proever/maal/100%.html": _PAGE,
    "proever/maal/c++.html": _PAGE,
    "proever/maal/x;y.html": _PAGE,
    "proever/ok-colon/a:b.html": _PAGE,
    "proever/maal/LICENSE": "x",
    "proever/maal/rapport.pdf": b"%PDF-1.4\n",
    "proever/maal/med mellemrum.pdf": b"%PDF-1.4\n",
    "proever/maal/b.png": b"\x89PNG\r\n",
    "proever/maal/a,b.png": b"\x89PNG\r\n",
    "proever/maal/f.mp4": b"\0",
    "proever/maal/ikoner.svg": _SPRITE,
    "proever/maal/tom/note.txt": "x",
}
