"""SYN007 tag: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.kinds import TAG

RULE = Rule(TAG, __name__)
