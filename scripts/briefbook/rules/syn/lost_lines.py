"""SYN020 lost-lines: found while reading (see briefbook.syntax.folded)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import LOST_LINES

RULE = Rule(LOST_LINES, __name__)
