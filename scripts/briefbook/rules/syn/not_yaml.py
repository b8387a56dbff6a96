"""SYN001 not-yaml: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import NOT_YAML

RULE = Rule(NOT_YAML, __name__)
