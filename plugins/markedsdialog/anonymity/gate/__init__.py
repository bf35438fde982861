"""A file or folder -> findings: whatever still names somebody, wherever it hides.

The build calls it through `anonymity.plugin`, the command through `markedsdialog gate`.
"""

from markedsdialog.anonymity.gate.allowances import Allowance
from markedsdialog.anonymity.gate.examine import examine, holds_minutes, sightings
from markedsdialog.anonymity.gate.judge import judge, unexpected
from markedsdialog.anonymity.gate.remembered import Remembered
from markedsdialog.anonymity.gate.sight import Seen, Sighting
from markedsdialog.anonymity.gate.watch import Watch, watch

__all__ = [
    "Allowance",
    "Remembered",
    "Seen",
    "Sighting",
    "Watch",
    "examine",
    "holds_minutes",
    "judge",
    "sightings",
    "unexpected",
    "watch",
]
