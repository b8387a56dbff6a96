"""SYN019 swallowed-text: found while reading (see briefbook.syntax.swallowed)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import SWALLOWED_TEXT

RULE = Rule(SWALLOWED_TEXT, __name__)
