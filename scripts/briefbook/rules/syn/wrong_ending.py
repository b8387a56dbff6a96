"""SYN017 wrong-ending: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import WRONG_ENDING

RULE = Rule(WRONG_ENDING, __name__)
