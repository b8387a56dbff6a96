"""SYN015 key-not-text: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import KEY_NOT_TEXT

RULE = Rule(KEY_NOT_TEXT, __name__)
