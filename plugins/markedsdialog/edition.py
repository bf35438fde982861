"""What one build is made of besides its dialogues: the site's data, an instant, the assets."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from markedsdialog import danish
from markedsdialog.model.dialogue import DEADLINES, Dialogue
from markedsdialog.model.fields import NOT_STATED
from markedsdialog.model.publication import is_archived, status
from markedsdialog.model.time import parse_hour
from markedsdialog.model.vocabulary import ChangedField, Status
from markedsdialog.site import Data


@dataclass(frozen=True, slots=True)
class Edition:
    """The same edition and the same dialogues give the same bytes.

    at: the aware instant for which the site is made. assets: the fingerprinted address of each
    file that the theme ships, by its plain name.
    """

    data: Data
    at: datetime
    assets: Mapping[str, str]

    def say(self, group: str, name: str, **values: object) -> str:
        """Return words of the catalogue; raise Refused when they are missing."""
        return self.data.words.say(group, name, **values)

    def told(self, field: ChangedField, text: str) -> str:
        """Return the old or new value of a change: a deadline in Danish, other text as written."""
        if text == NOT_STATED:
            return self.say("facts", "not_stated")
        return danish.hour(parse_hour(text)) if field in DEADLINES else text

    def status(self, dialogue: Dialogue) -> Status:
        """Return where the dialogue stands in this edition."""
        return status(dialogue, self.at)

    def is_archived(self, dialogue: Dialogue) -> bool:
        """Tell whether the dialogue is history in this edition."""
        return is_archived(dialogue, self.at)

    def absolute(self, address: str) -> str:
        """Return the full address; for feeds, the sitemap and what describes a page to others."""
        return f"{self.data.site.url}/{address}"

    @property
    def base_path(self) -> str:
        """Return the path below which the site is published, with slashes around it."""
        return f"{urlsplit(self.data.site.url).path}/"


def relative(here: str, there: str) -> str:
    """Return how the page at `here` links to `there`; both are relative to the site's root.

    The answer works below any path and from a plain file server.
    """
    start, goal = here.split("/")[:-1], there.split("/")
    shared = 0
    while goal[shared:-1] and start[shared : shared + 1] == goal[shared : shared + 1]:
        shared += 1
    return "/".join([".."] * (len(start) - shared) + goal[shared:]) or "./"
