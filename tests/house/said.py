"""A reading that is refused -> its findings, as values that a test can compare."""

from collections.abc import Callable

import pytest

from markedsdialog.findings import Finding, Refused


def refused(read: Callable[[], object]) -> tuple[Finding, ...]:
    """Return the findings of a reading, which must be refused."""
    with pytest.raises(Refused) as caught:
        read()
    return caught.value.findings


def rules(read: Callable[[], object]) -> list[tuple[int, str]]:
    """Return line and rule of each finding of a reading, which must be refused."""
    return [(finding.line, finding.rule) for finding in refused(read)]
