"""The editors' guide explains every rule that a finding may name."""

import ast
from collections.abc import Iterator

import pytest
from house.project import ROOT

from markedsdialog.anonymity.rules import RULES

GUIDE = (ROOT / "docs/redaktoerguide.md").read_text("utf-8")
RULE_OF_A_FINDING = 2


def rules_written_out() -> Iterator[str]:
    """Yield the rule of each finding whose name is written out where the finding is made."""
    for file in sorted((ROOT / "plugins/markedsdialog").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                match node.args[RULE_OF_A_FINDING : RULE_OF_A_FINDING + 1]:
                    case [ast.Constant(value=str(rule))]:
                        yield rule


WRITTEN_OUT = sorted(set(rules_written_out()))


def test_rules_are_found_in_the_code() -> None:
    assert {"yaml/broken", "library/same-slug", "withdraw/role"} <= set(WRITTEN_OUT)


@pytest.mark.parametrize("rule", [*sorted(RULES), *WRITTEN_OUT])
def test_a_rule_stands_in_the_guide(rule: str) -> None:
    assert f"`{rule}`" in GUIDE
