"""SYN016 merge-key: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import MERGE_KEY

RULE = Rule(MERGE_KEY, __name__)
