"""A comparison loads the rules of change and no others."""

import subprocess
import sys

from briefbook.rules import all_rules, change_rules

LOADED = """
import sys
from briefbook.rules import change_rules
print(len(change_rules()))
print(sorted(name for name in sys.modules if name.startswith("briefbook.rules.clm")))
"""


def test_they_are_those_that_compare() -> None:
    assert change_rules() == tuple(rule for rule in all_rules() if rule.compare)
    assert len(change_rules()) > 10


def test_no_other_rule_is_loaded_for_them() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [str(len(change_rules())), "[]"]
