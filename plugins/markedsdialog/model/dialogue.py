"""What one dialogue is: the facts that `dialog.md` states, and the documents around them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Self

from pydantic import ValidationInfo, field_validator, model_validator

from markedsdialog.model.fields import (
    NOT_STATED,
    AttachmentPath,
    Count,
    CpvCode,
    FactModel,
    Language,
    Mailbox,
    Slug,
    Stated,
    Text,
    WebAddress,
)
from markedsdialog.model.framework import Framework
from markedsdialog.model.minutes import Minutes
from markedsdialog.model.prose import Prose, SourceLink, TextFacts
from markedsdialog.model.time import Day, Hour, When, parse_hour
from markedsdialog.model.vocabulary import (
    AnswersShown,
    ChangedField,
    DocumentKind,
    NoticeKind,
    Procedure,
)

DEADLINES = {
    ChangedField.QUESTION_DEADLINE: "question_deadline",
    ChangedField.RESPONSE_DEADLINE: "response_deadline",
}
"""The changes whose old and new value must be an hour, and the facts that they change."""


def _deadline(text: str) -> datetime | None:
    return None if text == NOT_STATED else parse_hour(text)


class Lot(FactModel):
    """A part of the tender that suppliers may bid for alone."""

    number: Count
    title: Stated[Text] = None


class Cpv(FactModel):
    """What is bought, in the Union's common vocabulary, with its Danish label."""

    code: CpvCode
    label: Text


class Value(FactModel):
    """The expected value of the contract without VAT, in whole units of its currency."""

    amount: Count
    currency: Text = "DKK"


class Extensions(FactModel):
    """How often, and by how many months each time, the contract can be extended."""

    times: Count
    months: Count


class Contract(FactModel):
    """When the contract is to begin, and how many months it lasts."""

    start: Stated[When] = None
    months: Count | None = None
    extensions: Extensions | None = None


class SignUp(FactModel):
    """How a supplier signs up for a meeting."""

    mailbox: Mailbox
    before: Hour


class Meeting(FactModel):
    """A meeting to which every supplier is invited."""

    title: Text
    start: Hour
    end: Hour
    place: Text | None = None
    online: bool = False
    sign_up: SignUp | None = None

    @field_validator("end")
    @classmethod
    def _ends_after_start(cls, end: datetime, info: ValidationInfo) -> datetime:
        start = info.data.get("start")
        if start and end <= start:
            raise ValueError("Must be later than the meeting's start")
        return end

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if not self.place and not self.online:
            raise ValueError("Must have a place, or `online: true`")
        return self


class Answering(FactModel):
    """How a supplier answers."""

    mailbox: Stated[Mailbox] = None
    subject: Text | None = None
    languages: tuple[Language, ...] = ()
    shown: Stated[AnswersShown] = None


class Contact(FactModel):
    """Whom to ask: a unit with a shared mailbox, never a person."""

    unit: Text
    mailbox: Mailbox | None = None
    phone: Text | None = None
    address: Text | None = None


class Attachment(FactModel):
    """A file that is handed out."""

    file: AttachmentPath
    title: Text
    kind: DocumentKind
    date: Day
    version: Text | None = None
    replaces: AttachmentPath | None = None
    language: Language = "da"


class Change(FactModel):
    """A change that the market must see: what was, what is, why, and since when."""

    time: Hour
    field: ChangedField
    old: Text
    new: Text
    reason: Text

    @field_validator("old", "new")
    @classmethod
    def _deadlines_are_hours(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("field") in DEADLINES:
            _deadline(value)
        return value


class Notice(FactModel):
    """A link to a published notice of the same procurement."""

    kind: NoticeKind
    title: Text
    url: WebAddress
    date: Day


class Cancellation(FactModel):
    """When and why the contracting authority gave the tender up."""

    time: Hour
    reason: Text


class Withdrawal(FactModel):
    """When and why a document was taken out; the title names nobody."""

    time: Hour
    title: Text
    reason: Text


class DialogueFacts(FactModel):
    """The facts of `dialog.md`; what must be written may say `not stated` where nothing is told."""

    title: Text
    lead: Text
    example: bool = False
    authority: Slug
    unit: Text | None = None
    case_number: Text | None = None
    target_group: Text | None = None
    lots: tuple[Lot, ...] = ()
    cpv: tuple[Cpv, ...] = ()
    expected_value: Stated[Value]
    procedure: Stated[Procedure]
    contract: Contract = Contract()
    published: Stated[Day]
    question_deadline: Hour | None = None
    response_deadline: Stated[Hour]
    meetings: tuple[Meeting, ...] = ()
    minutes_expected: When | None = None
    tender_notice_expected: Stated[When]
    answering: Answering = Answering()
    contact: Contact | None = None
    documents: tuple[Attachment, ...] = ()
    changes: tuple[Change, ...] = ()
    notices: tuple[Notice, ...] = ()
    related: tuple[Slug, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()
    cancelled: Cancellation | None = None

    @field_validator("question_deadline", "response_deadline")
    @classmethod
    def _after_publication(cls, deadline: datetime | None, info: ValidationInfo) -> datetime | None:
        published = info.data.get("published")
        if deadline and published and deadline.date() < published:
            raise ValueError("Must not lie before `published`")
        return deadline

    @field_validator("response_deadline")
    @classmethod
    def _after_questions(cls, deadline: datetime | None, info: ValidationInfo) -> datetime | None:
        questions = info.data.get("question_deadline")
        if deadline and questions and deadline < questions:
            raise ValueError("Must not lie before `question_deadline`")
        return deadline

    @field_validator("lots")
    @classmethod
    def _lots_counted(cls, lots: tuple[Lot, ...]) -> tuple[Lot, ...]:
        if [lot.number for lot in lots] != list(range(1, len(lots) + 1)):
            raise ValueError("Lots must be numbered 1, 2, 3 … in order")
        return lots

    @field_validator("documents")
    @classmethod
    def _documents_once(cls, documents: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
        files = [document.file for document in documents]
        if len(set(files)) != len(files):
            raise ValueError("A file must be listed once")
        if any(document.replaces and document.replaces not in files for document in documents):
            raise ValueError("What a document replaces must be listed too")
        return documents

    @field_validator("changes")
    @classmethod
    def _changes_tell_the_present(
        cls, changes: tuple[Change, ...], info: ValidationInfo
    ) -> tuple[Change, ...]:
        for field, name in DEADLINES.items():
            told = [change for change in changes if change.field is field]
            newest = max(told, key=lambda change: change.time, default=None)
            if newest and name in info.data and _deadline(newest.new) != info.data[name]:
                raise ValueError(f"The newest change must end at the present `{name}`")
        return changes


@dataclass(frozen=True, slots=True)
class Briefing:
    """The briefing: what is to be bought, the background, the purpose of the dialogue."""

    facts: TextFacts
    prose: Prose


@dataclass(frozen=True, slots=True)
class HandedOut:
    """An attachment together with what its file tells of itself."""

    facts: Attachment
    source: PurePosixPath
    size: int


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Everything about one coming tender; `slug` is its folder's name and its address.

    links: the links that its facts put on pages.
    """

    slug: str
    facts: DialogueFacts
    introduction: Prose
    briefing: Briefing | None
    framework: Framework | None
    minutes: tuple[Minutes, ...]
    attachments: tuple[HandedOut, ...]
    links: tuple[SourceLink, ...] = ()
