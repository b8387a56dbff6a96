"""SYN009 file-too-large: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import FILE_TOO_LARGE

RULE = Rule(FILE_TOO_LARGE, __name__)
