"""SYN007 tag: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import TAG

RULE = Rule(TAG, __name__)
