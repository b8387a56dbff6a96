"""SYN003 not-utf8: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import NOT_UTF8

RULE = Rule(NOT_UTF8, __name__)
