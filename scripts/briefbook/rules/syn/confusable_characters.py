"""SYN014 confusable-characters: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import CONFUSABLE_CHARACTERS

RULE = Rule(CONFUSABLE_CHARACTERS, __name__)
