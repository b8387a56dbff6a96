"""SYN002 tab-indentation: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import TAB_INDENTATION

RULE = Rule(TAB_INDENTATION, __name__)
