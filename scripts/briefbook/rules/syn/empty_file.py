"""SYN004 empty-file: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import EMPTY_FILE

RULE = Rule(EMPTY_FILE, __name__)
