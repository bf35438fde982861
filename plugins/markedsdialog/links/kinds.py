"""The ways in which a link can be wrong: each with its severity, what must be true, the mend."""

from markedsdialog.links.values import Kind, Severity

_EVERY: dict[str, Kind] = {}


def _kind(severity: Severity, name: str, must: str, mend: str) -> Kind:
    _EVERY[name] = Kind(name, severity, must, mend)
    return _EVERY[name]


def _broken(name: str, must: str, mend: str) -> Kind:
    return _kind(Severity.BROKEN, name, must, mend)


def _warning(name: str, must: str, mend: str) -> Kind:
    return _kind(Severity.WARNING, name, must, mend)


MISSING_PAGE = _broken(
    "missing-page", "the page that a link leads to must exist", "Correct the address"
)
MISSING_FILE = _broken(
    "missing-file", "the file that a page needs must exist", "Correct the address or add the file"
)
MISSING_ANCHOR = _broken(
    "missing-anchor",
    "the place on the page that a link leads to must exist",
    "Correct what follows the #, or give the heading that id",
)
WRONG_CASE = _broken(
    "wrong-case",
    "capitals must be as in the file's name, because web servers tell them apart",
    "Write the name exactly as the file has it",
)
WRONG_NORMALISATION = _broken(
    "wrong-normalisation",
    "accented letters must be composed as in the file's name (Unicode NFC or NFD)",
    "Type the name again, or rename the file to composed letters (NFC)",
)
DOUBLE_ENCODED = _broken(
    "double-encoded", "an address must be percent-encoded once only", "Write % where %25 stands"
)
FOLDER_WITHOUT_INDEX = _broken(
    "folder-without-index",
    "a folder that is linked to must hold an index page",
    "Link to a page in the folder",
)
FILE_WITH_SLASH = _broken(
    "file-with-slash", "the address of a file must not end in a slash", "Take the last slash away"
)
CLIMBS = _broken(
    "climbs-above-root",
    "a link must not climb above the site's root",
    "Use as many ../ as there are folders above the page",
)
OUTSIDE_BASE = _broken(
    "outside-base",
    "a link from the root of the server must stay below the site's own path",
    "Write the link relative to the page",
)
DOUBLE_SLASH = _broken(
    "double-slash", "a path must not hold two slashes in a row", "Take one slash away"
)
BACKSLASH = _broken("backslash", "an address must use forward slashes", "Replace \\ by /")
EMPTY = _broken("empty", "a link must lead somewhere", "Write the address or take the link away")
TEMPLATE_LEFT = _broken(
    "template-left",
    "an address must not hold template code that was never filled in",
    "Correct the template, or escape the braces",
)
SOURCE_LINK = _broken(
    "source-link",
    "a link to a source file must have been turned into a link to its page",
    "Link to the Markdown file with a relative path, without a {filename} prefix",
)
LOCAL_ADDRESS = _broken(
    "local-address",
    "a published link must not lead to a machine on a private network",
    "Use the public address",
)
LOCAL_FILE = _broken(
    "local-file",
    "a published link must not lead to a file on somebody's disk",
    "Add the file to the site and link to it there",
)
MISSPELT_SCHEME = _broken(
    "misspelt-scheme", "an address must begin with a scheme that exists", "Write https://"
)
MISSING_SCHEME = _broken(
    "missing-scheme",
    "a web or mail address must begin with its scheme",
    "Write https:// or mailto: before it",
)
UNKNOWN_SCHEME = _warning(
    "unknown-scheme",
    "a scheme should be one that readers' programs know",
    "Check the spelling before the colon, or write ./ before a file's name",
)
MISSING_SLASHES = _broken(
    "missing-slashes", "a web address must have two slashes after its scheme", "Write https://"
)
NO_HOST = _broken("no-host", "a web address must name a server", "Write the server's name")
BAD_HOST = _broken(
    "bad-host", "a server's name must be well formed", "Correct the name between // and /"
)
BAD_PORT = _broken(
    "bad-port", "a port must be a number from 1 to 65535", "Correct or remove the port"
)
CREDENTIALS = _broken(
    "credentials",
    "a published link must not hold a user name or a password",
    "Take away what stands before the @",
)
BAD_PERCENT = _broken(
    "bad-percent",
    "a percent sign in an address must be followed by two hexadecimal digits",
    "Write %25 for a percent sign",
)
BAD_MAIL = _broken("bad-mail", "a mail link must hold a mail address", "Write mailto:name@example")
BAD_TELEPHONE = _broken(
    "bad-telephone",
    "a telephone link must hold a number of 3 to 15 digits",
    "Write tel: and the number with its country code, tel:+4512345678",
)
UNPUBLISHED = _broken(
    "unpublished",
    "a link must not lead to a document that is unpublished or withdrawn",
    "Take the link away, or publish the document",
)
DUPLICATE_ID = _broken(
    "duplicate-id",
    "an id must stand once only on a page, or links to it lead to the first",
    "Give the second element an id of its own",
)
BAD_SRCSET = _broken(
    "bad-srcset",
    "each image of a srcset must carry at most one width (480w) or density (2x)",
    "Correct the number and its letter",
)
BAD_REFRESH = _broken(
    "bad-refresh",
    "a meta refresh must be seconds, then url= and an address",
    'Write content="0; url=address"',
)
NOT_ABSOLUTE = _broken(
    "not-absolute",
    "an address that is read away from its page must be absolute",
    "Write the whole address with https://",
)
INSECURE_OWN = _warning(
    "insecure-own", "links to our own site should use https", "Write the link relative to the page"
)
FOLDER_WITHOUT_SLASH = _warning(
    "folder-without-slash",
    "a link to a folder should end in a slash, which saves the reader a redirect",
    "Add the slash",
)
SCRIPT_LINK = _warning(
    "script-link",
    "a link should work without scripts",
    "Use a button for what a script does, and a real address for a link",
)
UNREADABLE = _broken(
    "unreadable",
    "a file that holds links must be readable and well formed",
    "Correct the file; nothing after the fault was checked",
)
EXTERNAL_BROKEN = _broken(
    "external-broken",
    "an external link must lead to a page that exists",
    "Find the page's new address, or take the link away",
)
EXTERNAL_FAILING = _warning(
    "external-failing",
    "an external link should answer; it has failed, but not yet long enough to be called broken",
    "Wait: it is tried again on the next run",
)
EXTERNAL_ANCHOR = _warning(
    "external-anchor",
    "the place on the external page should exist",
    "Correct what follows the #, or link to the page alone",
)
EXTERNAL_UNSURE = _warning(
    "external-unsure",
    "an external link should answer a program as it answers a reader",
    "Open the link in a browser; add an exception when it is right",
)
EXTERNAL_MOVED = _warning(
    "external-moved",
    "an external link should lead to the page's lasting address",
    "Replace the address by the new one",
)
EXTERNAL_SOFT = _warning(
    "external-soft",
    "an external page should be a page, and not an answer that its server gives to any address",
    "Open the link in a browser and look",
)
EXCEPTION_UNUSED = _warning(
    "exception-unused", "an exception should still be needed", "Take the exception away"
)
EXCEPTION_EXPIRED = _broken(
    "exception-expired",
    "an exception must not outlive its end date",
    "Take the exception away, or give it a new end date and say why",
)

KINDS: dict[str, Kind] = dict(_EVERY)
"""Every kind by its name."""
