"""A dialogue -> how a supplier takes part: where to write, by when, in which language."""

from dataclasses import dataclass
from urllib.parse import quote

from markedsdialog import danish
from markedsdialog.edition import Edition
from markedsdialog.model.dialogue import Dialogue
from markedsdialog.model.vocabulary import DocumentKind, Status
from markedsdialog.pages.documents import Document, documents


@dataclass(frozen=True, slots=True)
class TakingPart:
    """What the section says; an empty text is left out of it."""

    is_open: bool
    deadline: str
    mailbox: str
    mail_address: str
    subject: str
    languages: str
    shown: str
    forms: tuple[Document, ...]
    framework_address: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask; an empty text is left out."""

    unit: str
    mailbox: str
    phone: str
    address: str


def taking_part(dialogue: Dialogue, edition: Edition) -> TakingPart:
    """Return what the section tells in this edition."""
    facts, answering = dialogue.facts, dialogue.facts.answering
    mailbox, subject = answering.mailbox or "", answering.subject or ""
    names = [edition.say("language", language) for language in answering.languages]
    return TakingPart(
        is_open=edition.status(dialogue) is Status.OPEN,
        deadline=danish.hour(facts.response_deadline) if facts.response_deadline else "",
        mailbox=mailbox,
        mail_address=f"mailto:{mailbox}" + (f"?subject={quote(subject)}" if subject else ""),
        subject=subject,
        languages=danish.joined(names),
        shown=edition.say("answers_shown", answering.shown) if answering.shown else "",
        forms=_forms(dialogue, edition),
        framework_address=f"dialoger/{dialogue.slug}/spoergeramme/" if dialogue.framework else "",
    )


def _forms(dialogue: Dialogue, edition: Edition) -> tuple[Document, ...]:
    newest = {one.facts.replaces for one in dialogue.attachments}
    addresses = {
        str(one.source)
        for one in dialogue.attachments
        if one.facts.kind is DocumentKind.ANSWER_FORM and one.facts.file not in newest
    }
    return tuple(one for one in documents(dialogue, edition) if one.address in addresses)


def contact(dialogue: Dialogue, edition: Edition) -> Contact:
    """Return the dialogue's own contact, or else that of its contracting authority."""
    authority = edition.data.authorities[dialogue.facts.authority]
    if own := dialogue.facts.contact:
        return Contact(own.unit, own.mailbox or "", own.phone or "", own.address or "")
    return Contact(
        unit=dialogue.facts.unit or authority.unit or authority.name,
        mailbox=authority.mailbox or "",
        phone=authority.phone or "",
        address=authority.address or "",
    )
