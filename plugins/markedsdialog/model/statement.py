"""What an accessibility statement says: the parts of the model statement, as facts.

The parts are those of Commission Implementing Decision (EU) 2018/1523, which Denmark asks for by
executive order no. 904 of 22 August 2019: status, what is not accessible and why, how and when the
statement was made, how to reach the authority in writing and by phone, and who enforces the law.
"""

from enum import StrEnum

from markedsdialog.model.fields import FactModel, Mailbox, Stated, Text, WebAddress
from markedsdialog.model.time import Day

ADDRESS = "was/"
"""The short address of the page that the Agency for Digital Government asks for."""


class Compliance(StrEnum):
    """How far the site meets the law; `not assessed` until a person who knows it has looked."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    NOT_ASSESSED = "not assessed"


class Method(StrEnum):
    """Who looked."""

    SELF_ASSESSMENT = "self assessment"
    THIRD_PARTY = "third party"


class Feedback(FactModel):
    """Where readers tell of what they cannot use; the order asks for both."""

    mailbox: Stated[Mailbox]
    phone: Stated[Text]


class Statement(FactModel):
    """`accessibility.yml`: the accessibility statement.

    official: the same statement in the state's WAS-Tool, where the law wants it.
    not_met: what breaks the requirements. burden: what is left out as a disproportionate burden.
    outside: what the law does not cover. proven: what the tests of each build show. unproven: what
    only a person can tell.
    """

    status: Compliance
    official: Stated[WebAddress]
    method: Method
    written: Day
    reviewed: Day
    feedback: Feedback
    not_met: tuple[Text, ...] = ()
    burden: tuple[Text, ...] = ()
    outside: tuple[Text, ...] = ()
    proven: tuple[Text, ...] = ()
    unproven: tuple[Text, ...] = ()
