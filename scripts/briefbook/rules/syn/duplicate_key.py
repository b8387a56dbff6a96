"""SYN005 duplicate-key: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import DUPLICATE_KEY

RULE = Rule(DUPLICATE_KEY, __name__)
