"""SYN008 too-deep: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import TOO_DEEP

RULE = Rule(TOO_DEEP, __name__)
