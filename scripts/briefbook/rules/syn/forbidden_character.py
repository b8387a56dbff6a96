"""SYN010 forbidden-character: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import FORBIDDEN_CHARACTER

RULE = Rule(FORBIDDEN_CHARACTER, __name__)
