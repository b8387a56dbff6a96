"""SYN006 alias: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import ALIAS

RULE = Rule(ALIAS, __name__)
