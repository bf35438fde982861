"""The planted cases: each a page of its own that holds one fault, or one right thing like it.

A case's page is `proever/<name>/index.html`; what it may link to is in `targets.py`. `kind` is the
finding it must give, None when it is right and must give none. `file` names another file than
the case's page when the fault stands there.
"""

import unicodedata
from dataclasses import dataclass, field

BASE = "https://dialog.example.dk/marked/"
NFD_CAFE = unicodedata.normalize("NFD", "café")


@dataclass(frozen=True)
class Case:
    """One planted thing."""

    name: str
    kind: str | None
    body: str = ""
    head: str = ""
    files: dict[str, str | bytes] = field(default_factory=dict)
    file: str = ""

    @property
    def page(self) -> str:
        """Give the file on which the case shows."""
        return self.file or f"proever/{self.name}/index.html"


def _a(name: str, kind: str | None, href: str) -> Case:
    return Case(name, kind, f'<a href="{href}">se</a>')


def _meta(name: str, kind: str | None, attribute: str, key: str, content: str) -> Case:
    return Case(name, kind, head=f'<meta {attribute}="{key}" content="{content}">')


def _file(name: str, kind: str | None, file: str, content: str | bytes) -> Case:
    return Case(name, kind, files={file: content}, file=file)


_ATOM = (
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
    "<title>t</title><id>urn:x</id><updated>2026-01-01T00:00:00Z</updated>\n{}</feed>"
)
_RSS = (
    '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>t</title>'
    f"<link>{BASE}</link><description>d</description>\n{{}}</channel></rss>"
)
_MAP = (
    '<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "\n{}</urlset>"
)
_ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    "DTSTAMP:20260101T000000Z\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def _ld(name: str, kind: str | None, body: str) -> Case:
    return Case(name, kind, head=f'<script type="application/ld+json">{body}</script>')


PLACES = (  # one missing thing in each place where a link can stand
    _a("a-href", "missing-page", "../findes-ikke/"),
    Case("area", "missing-page", '<map name="k"><area href="../vaek/" alt="x"></map>'),
    Case("img-src", "missing-file", '<img src="vaek.png" alt="">'),
    Case("srcset", "missing-file", '<img src="../maal/b.png" srcset="vaek-2x.png 2x" alt="">'),
    Case(
        "source-srcset",
        "missing-file",
        '<picture><source srcset="vaek.webp 480w, ../maal/b.png 800w">'
        '<img src="../maal/b.png" alt=""></picture>',
    ),
    Case(
        "imagesrcset",
        "missing-file",
        head='<link rel="preload" as="image" imagesrcset="vaek-480.png 480w">',
    ),
    Case("poster", "missing-file", '<video poster="vaek.jpg" src="../maal/f.mp4"></video>'),
    Case("video-src", "missing-file", '<video src="vaek.mp4"></video>'),
    Case("track", "missing-file", '<video src="../maal/f.mp4"><track src="vaek.vtt"></video>'),
    Case("audio-source", "missing-file", '<audio><source src="vaek.ogg"></audio>'),
    Case("blockquote-cite", "missing-page", '<blockquote cite="../vaek/">x</blockquote>'),
    Case("del-cite", "missing-page", '<del cite="../vaek/">x</del>'),
    Case("form-action", "missing-page", '<form action="../vaek/"></form>'),
    Case("formaction", "missing-page", '<form><button formaction="../vaek/">x</button></form>'),
    Case("object-data", "missing-file", '<object data="vaek.pdf"></object>'),
    Case("embed", "missing-file", '<embed src="vaek.pdf">'),
    Case("iframe", "missing-page", '<iframe src="../vaek/"></iframe>'),
    Case("iframe-srcdoc", "missing-page", '<iframe srcdoc="<a href=../vaek/>x</a>"></iframe>'),
    Case("longdesc", "missing-page", '<img src="../maal/b.png" alt="" longdesc="../vaek/">'),
    Case("background", "missing-file", '<table background="vaek.png"><tr><td>x</table>'),
    Case("input-image", "missing-file", '<input type="image" src="vaek.png" alt="x">'),
    Case("script-src", "missing-file", '<script src="vaek.js"></script>'),
    Case("stylesheet", "missing-file", head='<link rel="stylesheet" href="vaek.css">'),
    Case("icon", "missing-file", head='<link rel="icon" href="vaek.ico">'),
    Case("canonical", "missing-page", head=f'<link rel="canonical" href="{BASE}vaek/">'),
    Case(
        "alternate",
        "missing-page",
        head=f'<link rel="alternate" hreflang="en" href="{BASE}en/vaek/">',
    ),
    Case("rel-next", "missing-page", head='<link rel="next" href="../vaek/">'),
    Case("svg-image", "missing-file", '<svg><image href="vaek.png"/></svg>'),
    Case("svg-a", "missing-page", '<svg><a xlink:href="../vaek/"><text>x</text></a></svg>'),
    Case("svg-use", "missing-file", '<svg><use href="vaek.svg#hus"/></svg>'),
    Case("sprite", "missing-anchor", '<svg><use href="../maal/ikoner.svg#vaek"/></svg>'),
    Case(
        "sprite-xlink", "missing-anchor", '<svg><use xlink:href="../maal/ikoner.svg#vaek"/></svg>'
    ),
    Case("svg-paint", "missing-anchor", '<svg><path fill="url(#vaek)" d="M0 0"/></svg>'),
    Case("refresh", "missing-page", head='<meta http-equiv="refresh" content="9; url=../vaek/">'),
    _meta("og-image", "missing-file", "property", "og:image", f"{BASE}vaek.png"),
    _meta("og-url", "missing-page", "property", "og:url", f"{BASE}vaek/"),
    _meta("twitter-image", "missing-file", "name", "twitter:image", f"{BASE}vaek.png"),
    Case("style-url", "missing-file", head="<style>p{background:url(vaek.png)}</style>"),
    Case("style-import", "missing-file", head='<style>@import "vaek.css";</style>'),
    Case("style-attribute", "missing-file", "<p style=\"background:url('vaek.png')\">x</p>"),
    Case(
        "css-url",
        "missing-file",
        head='<link rel="stylesheet" href="s.css">',
        files={"proever/css-url/s.css": "p{background:url(vaek.png)}"},
        file="proever/css-url/s.css",
    ),
    Case(
        "css-import",
        "missing-file",
        head='<link rel="stylesheet" href="s.css">',
        files={"proever/css-import/s.css": "@import url('vaek.css');"},
        file="proever/css-import/s.css",
    ),
    Case(
        "css-font",
        "missing-file",
        head='<link rel="stylesheet" href="s.css">',
        files={"proever/css-font/s.css": "@font-face{font-family:x;src:url(vaek.woff2)}"},
        file="proever/css-font/s.css",
    ),
    Case(
        "css-image-set", "missing-file", head='<style>p{background:image-set("v.png" 1x)}</style>'
    ),
    Case("noscript", "missing-file", '<noscript><img src="vaek.png" alt=""></noscript>'),
    Case("usemap", "missing-anchor", '<img src="../maal/b.png" alt="" usemap="#vaek">'),
    _file(
        "atom-link",
        "missing-page",
        "proever/f1/atom.xml",
        _ATOM.format(f'<entry><link href="{BASE}vaek/"/></entry>'),
    ),
    _file(
        "atom-content",
        "missing-page",
        "proever/f2/atom.xml",
        _ATOM.format(
            f'<entry><content type="html">&lt;a href="{BASE}vaek/"&gt;x&lt;/a&gt;</content></entry>'
        ),
    ),
    _file(
        "rss-link",
        "missing-page",
        "proever/f3/rss.xml",
        _RSS.format(f"<item><link>{BASE}vaek/</link></item>"),
    ),
    _file(
        "rss-enclosure",
        "missing-file",
        "proever/f4/rss.xml",
        _RSS.format(f'<item><enclosure url="{BASE}vaek.mp3" length="1" type="audio/mpeg"/></item>'),
    ),
    _file(
        "rss-content",
        "missing-file",
        "proever/f5/rss.xml",
        _RSS.format(
            f'<item><description><![CDATA[<img src="{BASE}vaek.png">]]></description></item>'
        ),
    ),
    _file(
        "sitemap",
        "missing-page",
        "proever/f6/sitemap.xml",
        _MAP.format(f"<url><loc>{BASE}vaek/</loc></url>"),
    ),
    _file("robots", "missing-file", "robots.txt", f"User-agent: *\nSitemap: {BASE}vaek.xml\n"),
    _ld("json-ld", "missing-page", f'{{"@type":"Thing","url":"{BASE}vaek/"}}'),
    _ld("json-ld-image", "missing-file", f'{{"@type":"Thing","image":["{BASE}vaek.png"]}}'),
    _file("ics-url", "missing-page", "proever/f7/frist.ics", _ICS.format(f"URL:{BASE}vaek/")),
    _file(
        "ics-attach", "missing-file", "proever/f8/frist.ics", _ICS.format(f"ATTACH:{BASE}vaek.pdf")
    ),
    _file(
        "ics-text",
        "missing-page",
        "proever/f9/frist.ics",
        _ICS.format(f"DESCRIPTION:Se {BASE}va\r\n ek/ for mere."),
    ),
    _file(
        "manifest-icon",
        "missing-file",
        "proever/f10/site.webmanifest",
        '{"name":"x","icons":[{"src":"vaek.png","sizes":"1x1"}]}',
    ),
    _file(
        "manifest-start",
        "missing-page",
        "proever/f11/site.webmanifest",
        '{"name":"x","start_url":"../vaek/"}',
    ),
    _file(
        "svg-file",
        "missing-file",
        "proever/f12/t.svg",
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="vaek.png"/></svg>',
    ),
)

WRONG = (  # ways in which one link can be wrong
    _a("anchor-here", "missing-anchor", "#vaek"),
    _a("anchor-there", "missing-anchor", "../maal/#vaek"),
    _a("anchor-case", "missing-anchor", "../maal/#Afsnit"),
    _a("anchor-danish", "missing-anchor", "../maal/#formaal"),
    _a("anchor-encoded", "missing-anchor", "../maal/#v%C3%A6k"),
    _a("anchor-nfd", "missing-anchor", "../maal/#" + unicodedata.normalize("NFD", "formål")),
    _a("anchor-textarea", "missing-anchor", "../maal/#i-tekstfelt"),
    _a("anchor-template", "missing-anchor", "../maal/#i-skabelon"),
    Case("anchor-name-attribute", "missing-anchor", '<input name="f"><a href="#f">x</a>'),
    Case("duplicate-id", "duplicate-id", '<p id="to">a</p><p id="to">b</p>'),
    _a("case-file", "wrong-case", "../maal/Rapport.pdf"),
    _a("case-folder", "wrong-case", "../Maal/"),
    _a("nfc-nfd", "wrong-normalisation", "../maal/caf%C3%A9.html"),
    _a("double-encoded", "double-encoded", "../maal/med%2520mellemrum.pdf"),
    _a("folder-no-index", "folder-without-index", "../maal/tom/"),
    _a("folder-no-index-bare", "folder-without-index", "../maal/tom"),
    _a("file-slash", "file-with-slash", "../maal/side.html/"),
    _a("climbs", "climbs-above-root", "../../../x.html"),
    _a("climbs-back", "climbs-above-root", "../../../marked/proever/maal/"),
    _a("outside-base", "outside-base", "/proever/maal/"),
    _a("root-missing", "missing-page", "/marked/vaek/"),
    _a("own-missing", "missing-page", f"{BASE}vaek/"),
    _a("own-anchor", "missing-anchor", f"{BASE}proever/maal/#vaek"),
    _a("own-http-missing", "missing-page", "http://dialog.example.dk/marked/vaek/"),
    _a("protocol-relative-own", "missing-page", "//dialog.example.dk/marked/vaek/"),
    Case(
        "base-href",
        "missing-page",
        '<a href="vaek.html">x</a>',
        head=f'<base href="{BASE}proever/maal/">',
    ),
    _a("double-slash", "double-slash", "..//maal/"),
    _a("backslash", "backslash", "..\\maal\\side.html"),
    _a("empty", "empty", ""),
    _a("blank", "empty", "  "),
    Case("empty-src", "empty", '<img src="" alt="">'),
    Case("bare-href", "empty", "<a href>x</a>"),
    _a("template-braces", "template-left", "{{ SITEURL }}/maal/"),
    _a("template-encoded", "template-left", "%7B%7B%20url%20%7D%7D"),
    _a("template-percent", "template-left", "{% url 'x' %}"),
    _a("template-dollar", "template-left", "${base}/maal/"),
    _a("source-filename", "source-link", "{filename}oplaeg.md"),
    _a("source-static", "source-link", "{static}/bilag/a.pdf"),
    _a("source-encoded", "source-link", "%7Bfilename%7Doplaeg.md"),
    _a("source-bar", "source-link", "|filename|oplaeg.md"),
    _a("markdown-left", "missing-page", "oplaeg.md"),
    _a("localhost", "local-address", "http://localhost:8000/maal/"),
    _a("loopback", "local-address", "http://127.0.0.1/"),
    _a("loopback-6", "local-address", "http://[::1]:8000/"),
    _a("private", "local-address", "https://192.168.1.10/sag"),
    _a("intranet", "local-address", "https://portal.intranet/"),
    _a("file-link", "local-file", "file:///C:/Users/x/a.pdf"),
    _a("windows-path", "local-file", "C:\\sager\\a.pdf"),
    _a("htps", "misspelt-scheme", "htps://eksempel.dk/"),
    _a("htttp", "misspelt-scheme", "htttp://eksempel.dk/"),
    _a("mailt", "misspelt-scheme", "mailt:post@eksempel.dk"),
    _a("lost-colon", "misspelt-scheme", "https//eksempel.dk/"),
    _a("semicolon", "misspelt-scheme", "https;//eksempel.dk/"),
    _a("one-slash", "missing-slashes", "https:/eksempel.dk/"),
    _a("no-slash", "missing-slashes", "https:eksempel.dk"),
    _a("no-host", "no-host", "https:///sti"),
    _a("no-host-at-all", "no-host", "https://"),
    _a("no-host-port", "no-host", "https://:443/"),
    _a("comma-host", "bad-host", "https://www.eksempel,dk/"),
    _a("blank-host", "bad-host", "https://www eksempel.dk/"),
    _a("dots-host", "bad-host", "https://www..eksempel.dk/"),
    _a("one-label", "bad-host", "https://eksempel/"),
    _a("twice-scheme", "bad-host", "https://https//eksempel.dk/"),
    _a("port-letters", "bad-port", "https://eksempel.dk:80a/"),
    _a("port-high", "bad-port", "https://eksempel.dk:99999/"),
    _a("password", "credentials", "https://navn:kode@eksempel.dk/"),
    _a("bad-percent", "bad-percent", "../maal/100%.html"),
    _a("bad-percent-outside", "bad-percent", "https://eksempel.dk/%zz"),
    _a("bad-percent-query", "bad-percent", "../maal/?q=100%"),
    _a("www", "missing-scheme", "www.eksempel.dk"),
    _a("mail-no-scheme", "missing-scheme", "post@eksempel.dk"),
    _a("mail-empty", "bad-mail", "mailto:"),
    _a("mail-no-at", "bad-mail", "mailto:post.eksempel.dk"),
    _a("mail-no-domain", "bad-mail", "mailto:post@"),
    _a("mail-blank", "bad-mail", "mailto:post%20her@eksempel.dk"),
    _a("mail-two", "bad-mail", "mailto:a@eksempel.dk,b"),
    _a("tel-letters", "bad-telephone", "tel:ring-nu"),
    _a("tel-short", "bad-telephone", "tel:12"),
    _a("tel-long", "bad-telephone", "tel:+4512345678901234567"),
    _a("tel-empty", "bad-telephone", "tel:"),
    _a("draft", "unpublished", "../../drafts/kladde/"),
    Case("bad-srcset", "bad-srcset", '<img src="../maal/b.png" alt="" srcset="../maal/b.png 2q">'),
    Case("bad-refresh", "bad-refresh", head='<meta http-equiv="refresh" content="5; url=">'),
    _ld("bad-json-ld", "unreadable", '{"url": }'),
    _file("bad-xml", "unreadable", "proever/f13/atom.xml", _ATOM.format("<entry><link></entry>")),
    _file(
        "sitemap-relative",
        "not-absolute",
        "proever/f14/sitemap.xml",
        _MAP.format("<url><loc>/marked/proever/maal/</loc></url>"),
    ),
    _meta("og-relative", "not-absolute", "property", "og:image", "../maal/b.png"),
    _a("http-own", "insecure-own", "http://dialog.example.dk/marked/proever/maal/"),
    _a("folder-no-slash", "folder-without-slash", "../maal"),
    _a("javascript", "script-link", "javascript:void(0)"),
    _a("unknown-scheme", "unknown-scheme", "frist:5"),
)

RIGHT = (  # what looks wrong and is right
    _a("ok-top", None, "#top"),
    _a("ok-top-capital", None, "#TOP"),
    _a("ok-hash", None, "#"),
    _a("ok-text-fragment", None, "../maal/#:~:text=Afsnit"),
    _a("ok-id-text-fragment", None, "../maal/#afsnit:~:text=Afsnit"),
    _a("ok-pdf-page", None, "../maal/rapport.pdf#page=2"),
    _a("ok-video-time", None, "../maal/f.mp4#t=10,20"),
    Case("ok-svg-view", None, '<img alt="" src="../maal/ikoner.svg#svgView(viewBox(0,0,9,9))">'),
    Case("ok-sprite", None, '<svg><use href="../maal/ikoner.svg#hus"/></svg>'),
    Case("ok-sprite-here", None, '<svg><symbol id="s"/><use href="#s"/></svg>'),
    _a("ok-encoded-anchor", None, "../maal/#form%C3%A5l"),
    _a("ok-raw-anchor", None, "../maal/#formål"),
    _a("ok-name-anchor", None, "../maal/#gammelt-navn"),
    _a("ok-percent-anchor", None, "../maal/#100%25"),
    _a("ok-noscript-anchor", None, "../maal/#uden-script"),
    _a("ok-folder", None, "../maal/"),
    _a("ok-dot", None, "./"),
    _a("ok-parent", None, "../../"),
    _a("ok-index", None, "../maal/index.html"),
    _a("ok-query", None, "../maal/?side=2&amp;q=a%20b"),
    _a("ok-file-query", None, "../maal/side.html?v=3#a"),
    _a("ok-raw-danish", None, "../maal/æble.html"),
    _a("ok-encoded-danish", None, "../maal/%C3%A6ble.html"),
    _a("ok-lower-percent", None, "../maal/%c3%a6ble.html"),
    _a("ok-nfd", None, f"../maal/{NFD_CAFE}.html"),
    _a("ok-blank-encoded", None, "../maal/med%20mellemrum.pdf"),
    _a("ok-blank-raw", None, "../maal/med mellemrum.pdf"),
    _a("ok-around", None, " ../maal/\n"),
    _a("ok-newline-inside", None, "../ma\nal/"),
    _a("ok-ampersand", None, "../maal/a&amp;b.html"),
    _a("ok-apostrophe", None, "../maal/it's.html"),
    _a("ok-percent-name", None, "../maal/100%25.html"),
    _a("ok-plus", None, "../maal/c++.html"),
    _a("ok-semicolon", None, "../maal/x;y.html"),
    _a("ok-colon", None, "./a:b.html"),
    _a("ok-no-suffix", None, "../maal/LICENSE"),
    _a("ok-dotfile", None, "../../.well-known/security.txt"),
    _a("ok-back-and-forth", None, "../vaek/../maal/"),
    _a("ok-encoded-dots", None, "%2e%2e/maal/"),
    _a("ok-root", None, "/marked/proever/maal/"),
    _a("ok-root-bare", None, "/marked/"),
    _a("ok-own", None, f"{BASE}proever/maal/#afsnit"),
    _a("ok-own-capital", None, "HTTPS://Dialog.Example.DK:443/marked/proever/maal/"),
    _a("ok-protocol-relative", None, "//dialog.example.dk/marked/proever/maal/"),
    _a("ok-own-other-path", None, "https://dialog.example.dk/andet/"),
    Case("ok-base", None, '<a href="side.html">x</a>', head=f'<base href="{BASE}proever/maal/">'),
    Case("ok-base-relative", None, '<a href="side.html">x</a>', head='<base href="../maal/">'),
    Case("ok-comment", None, '<!-- <a href="vaek.html">x</a> -->'),
    Case("ok-conditional", None, '<!--[if IE]><script src="vaek.js"></script><![endif]-->'),
    Case("ok-script", None, "<script>const x = '<a href=\"vaek.html\">';</script>"),
    Case("ok-textarea", None, '<textarea><a href="vaek.html">x</a></textarea>'),
    Case("ok-code", None, '<code>&lt;a href="vaek.html"&gt;</code>'),
    Case("ok-template", None, '<template><a href="{{ url }}" id="x">x</a></template>'),
    Case("ok-title", None, '<p title="vaek.html" data-href="vaek.html">x</p>'),
    Case("ok-option", None, '<select><option value="vaek.html">x</select>'),
    Case("ok-itemtype", None, '<div itemscope itemtype="https://schema.org/Event">x</div>'),
    Case("ok-placeholder", None, "<a>uden adresse</a>"),
    Case("ok-data-image", None, '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    Case("ok-data-svg", None, "<p style=\"background:url('data:image/svg+xml,%3Csvg/%3E')\">x</p>"),
    Case("ok-css-string", None, head='<style>p::after{content:"url(vaek.png)"}</style>'),
    Case("ok-css-comment", None, head="<style>/* url(vaek.png) */</style>"),
    Case("ok-css-namespace", None, head="<style>@namespace svg url(vaek);</style>"),
    Case("ok-css-fragment", None, '<svg><g id="g"/></svg><p style="clip-path:url(#g)">x</p>'),
    Case("ok-preconnect", None, head='<link rel="preconnect" href="https://skrift.example.dk">'),
    Case("ok-form", None, '<form action=""><input name="q"></form>'),
    Case(
        "ok-srcset-comma",
        None,
        '<img alt="" src="../maal/b.png" srcset="../maal/a,b.png 1x, ../maal/b.png 2x">',
    ),
    Case("ok-srcset-data", None, '<img alt="" srcset="data:,a 1x, ../maal/b.png 2x">'),
    Case("ok-refresh", None, head='<meta http-equiv="refresh" content="600">'),
    Case(
        "ok-refresh-quoted", None, head="<meta http-equiv=refresh content=\"600;URL='../maal/'\">"
    ),
    Case(
        "ok-usemap",
        None,
        '<img src="../maal/b.png" alt="" usemap="#m"><map name="m"><area href="../maal/"></map>',
    ),
    Case("ok-upper", None, '<A HREF="../maal/">x</A>'),
    Case("ok-unquoted", None, "<a href=../maal/>x</a>"),
    Case("ok-entities", None, '<a href="..&#x2F;maal&sol;">x</a>'),
    Case("ok-broken-html", None, '<p><b><a href="../maal/">x</b></p></div><td>'),
    Case("ok-same-id-name", None, '<a id="s" name="s">x</a><a href="#s">y</a>'),
    _a("ok-mail", None, "mailto:post@eksempel.dk?subject=Svar%20p%C3%A5%20dialog"),
    _a("ok-mail-two", None, "mailto:a@eksempel.dk,b.c+d@eksempel.dk"),
    _a("ok-mail-to", None, "mailto:?to=post@eksempel.dk"),
    _a("ok-mail-danish", None, "mailto:post@blåbær.dk"),
    _a("ok-tel", None, "tel:+4512345678"),
    _a("ok-tel-spaces", None, "tel:+45%2012%2034%2056%2078"),
    _a("ok-tel-short", None, "tel:112"),
    _a("ok-tel-extension", None, "tel:+45-1234-5678;ext=12"),
    _a("ok-sms", None, "sms:+4512345678?body=hej"),
    _a("ok-webcal", None, "webcal://eksempel.dk/frister.ics"),
    _a("ok-teams", None, "msteams:/l/meetup-join/x"),
    _a("ok-port", None, "https://eksempel.dk:8443/"),
    _a("ok-public-ip", None, "https://93.184.216.34/"),
    _a("ok-idn", None, "https://blåbær.dk/æble?ø=å#æ"),
    _a("ok-punycode", None, "https://xn--blbr-roah.dk/"),
    _a("ok-trailing-dot", None, "https://eksempel.dk./"),
    _a("ok-at-in-path", None, "https://eksempel.dk/@navn"),
    _a("ok-parentheses", None, "https://eksempel.dk/side_(by)"),
    _a("ok-single-braces", None, "https://eksempel.dk/{id}"),
    _ld("ok-json-ld", None, f'{{"@context":"https://schema.org","@id":"{BASE}#x","url":"{BASE}"}}'),
    _ld("ok-json-ld-node", None, f'{{"@type":"Thing","url":"{BASE}proever/maal/#organisation"}}'),
    _ld(
        "ok-json-ld-template",
        None,
        '{"potentialAction":{"target":{"urlTemplate":"https://eksempel.dk/?q={q}"}}}',
    ),
    _file("ok-atom-id", None, "proever/r1/atom.xml", _ATOM.format("<id>urn:vaek</id>")),
    _file(
        "ok-guid",
        None,
        "proever/r2/rss.xml",
        _RSS.format('<item><guid isPermaLink="false">vaek-1</guid></item>'),
    ),
    _file(
        "ok-xml-base",
        None,
        "proever/r3/atom.xml",
        _ATOM.format(
            f'<entry xml:base="{BASE}proever/maal/"><link href="side.html"/><content type="html">'
            '&lt;a href="side.html#a"&gt;x&lt;/a&gt;</content></entry>'
        ),
    ),
    _file("ok-ics", None, "proever/r4/f.ics", _ICS.format(f"URL:{BASE}proever/ma\r\n al/")),
    _file(
        "ok-latin-1",
        None,
        "proever/ok-latin-1/index.html",
        '<meta charset="iso-8859-1"><title>x</title><a href="../maal/#afsnit">æ</a><p id=å>'.encode(
            "latin-1"
        ),
    ),
    _file(
        "ok-bom",
        None,
        "proever/ok-bom/index.html",
        "\ufeff<!doctype html><title>x</title><a href=../maal/>x</a>".encode(),
    ),
)

CASES: tuple[Case, ...] = PLACES + WRONG + RIGHT
