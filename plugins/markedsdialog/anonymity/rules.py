"""The name of a rule -> what must be true, how to mend it, and whether a human may approve it.

Every rule of the gate stands here and nowhere else; a finding of an unknown rule is a fault of
the program and closes the gate.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule asks. must and mend are sentences without a full stop."""

    must: str
    mend: str
    approvable: bool = False


_DECIDE = "Write it without the name, or approve this one place with a reason"

RULES = {
    "register/person": Rule(
        "no person of the register may be named, in any form",
        "Write the person's role instead",
    ),
    "register/supplier": Rule(
        "no supplier of the register may be named, in any form",
        "Write the supplier's letter instead",
    ),
    "register/number": Rule(
        "no number of the register may stand here", "Remove the number or set the neutral text"
    ),
    "register/ordinary-word": Rule(
        "a word that is also a registered name must be decided where it stands",
        _DECIDE,
        approvable=True,
    ),
    "register/initials": Rule(
        "letters that are also the initials of a registered person must be decided",
        _DECIDE,
        approvable=True,
    ),
    "contact/cpr": Rule("no civil registration number may stand here", "Remove the number"),
    "contact/e-mail": Rule(
        "only the site's own mailboxes may stand here",
        "Remove the address, or add a functional mailbox to the site's settings",
    ),
    "contact/phone": Rule(
        "a number like a telephone number must be decided",
        "Remove it, or approve this one place with a reason",
        approvable=True,
    ),
    "contact/address": Rule(
        "a street address must be decided",
        "Remove it, or approve this one place with a reason",
        approvable=True,
    ),
    "text/invisible": Rule(
        "no invisible character may stand inside a word", "Type the word again by hand"
    ),
    "text/mixed-script": Rule(
        "a word must be written in the letters of one alphabet", "Type the word again by hand"
    ),
    "text/too-much": Rule(
        "a text may not hold more to decide than a human can", "Divide it, or check what it is"
    ),
    "words/unknown": Rule(
        "a capitalised word that nobody knows must be decided", _DECIDE, approvable=True
    ),
    "words/lower-case-name": Rule("a name in lower case must be decided", _DECIDE, approvable=True),
    "file/nothing": Rule(
        "there must be something to examine", "Name a file or a folder with files"
    ),
    "file/unknown-kind": Rule(
        "every file must be of a kind that can be read to the end",
        "Save it as one of the kinds named in the editor's guide, or leave it out",
    ),
    "file/unreadable": Rule(
        "the file must be whole and readable", "Save the file again from its program"
    ),
    "file/too-large": Rule(
        "a file may not unfold to more than the gate can read", "Make the file smaller"
    ),
    "file/encrypted": Rule("the file must open without a password", "Save it without a password"),
    "file/tracked-changes": Rule(
        "an office file may hold no tracked changes", "Accept all changes and save a new copy"
    ),
    "file/comments": Rule("a file may hold no comments", "Delete the comments and save a new copy"),
    "file/embedded": Rule(
        "a file may hold no other files, macros or objects", "Remove them and save a new copy"
    ),
    "file/thumbnail": Rule(
        "a picture of the first page must be decided",
        "Save without a preview picture, or approve the file with a reason",
        approvable=True,
    ),
    "file/several-revisions": Rule(
        "a PDF may hold no earlier revision of itself",
        "Make the PDF again from its source instead of saving changes into it",
    ),
    "file/no-text-layer": Rule(
        "a PDF must hold its text as text", "Make the PDF from its source instead of scanning it"
    ),
    "seal/missing": Rule("minutes must be approved", "Run `markedsdialog approve` on the file"),
    "seal/broken": Rule(
        "minutes must stand as they were approved", "Undo the change, or approve the minutes again"
    ),
    "seal/unreadable": Rule(
        "the seal must be readable", "Run `markedsdialog approve` on the minutes"
    ),
    "allowance/unused": Rule(
        "an allowance must be about something that still stands", "Delete the allowance"
    ),
    "allowance/expired": Rule(
        "an allowance must be in force", "Decide again, and write a new allowance or mend the text"
    ),
    "allowance/refused": Rule(
        "only an approvable finding may be allowed", "Delete the allowance and mend the text"
    ),
    "terms/name": Rule(
        "a word that is also a name may not be a term of the whole site",
        "Delete the term and approve the word where it stands",
    ),
}
