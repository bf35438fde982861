"""The closed lists of the field: what a fact may say where it may not say anything it likes.

The values are what editors write in YAML; the Danish that the market reads is in data/words.yml.
"""

from enum import StrEnum


class Procedure(StrEnum):
    """The procedures of the Danish Public Procurement Act, and the light regime of its part III."""

    OPEN = "open"
    RESTRICTED = "restricted"
    NEGOTIATION = "competitive with negotiation"
    COMPETITIVE_DIALOGUE = "competitive dialogue"
    INNOVATION_PARTNERSHIP = "innovation partnership"
    LIGHT_REGIME = "light regime"


class AnswersShown(StrEnum):
    """What becomes of the answers that suppliers send in."""

    WITHOUT_NAMES = "without names"
    SUMMARISED = "summarised"
    NOT_SHOWN = "not shown"


class DocumentKind(StrEnum):
    """What a handed-out file is for."""

    BRIEFING = "briefing"
    FRAMEWORK = "question framework"
    ANSWER_FORM = "answer form"
    PRESENTATION = "presentation"
    MINUTES = "minutes"
    ATTACHMENT = "attachment"


class NoticeKind(StrEnum):
    """Which notice of the procurement a link leads to."""

    CONSULTATION = "market consultation"
    PRIOR_INFORMATION = "prior information"
    CONTRACT = "contract notice"
    AWARD = "award"


class ChangedField(StrEnum):
    """What a change can be about; the page names it in Danish."""

    RESPONSE_DEADLINE = "response deadline"
    QUESTION_DEADLINE = "question deadline"
    MEETINGS = "meetings"
    BRIEFING = "briefing"
    FRAMEWORK = "question framework"
    DOCUMENTS = "documents"
    LOTS = "lots"
    VALUE = "expected value"
    PROCEDURE = "procedure"
    CONTRACT = "contract"
    CONTACT = "contact"
    OTHER = "other"


class MeetingForm(StrEnum):
    """How the meeting was held."""

    MEETING = "meeting"
    ONLINE = "online"
    PHONE = "phone"
    WRITTEN = "written"


class MeetingPlace(StrEnum):
    """Where it was held, told so that no address can name the supplier."""

    SUPPLIER = "at the supplier"
    AUTHORITY = "at the authority"
    ELSEWHERE = "elsewhere"


class Side(StrEnum):
    """For whom a participant took part."""

    AUTHORITY = "authority"
    SUPPLIER = "supplier"
    ADVISER = "adviser"


class Status(StrEnum):
    """The stages of a dialogue, in the order in which lists show them."""

    OPEN = "open"
    PLANNED = "planned"
    ANSWERS_READ = "answers being read"
    MINUTES_PUBLISHED = "minutes published"
    TENDERED = "tendered"
    CANCELLED = "cancelled"
