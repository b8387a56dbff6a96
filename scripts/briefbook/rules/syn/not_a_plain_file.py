"""SYN012 not-a-plain-file: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import NOT_A_PLAIN_FILE

RULE = Rule(NOT_A_PLAIN_FILE, __name__)
