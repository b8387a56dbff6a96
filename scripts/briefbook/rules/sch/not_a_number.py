"""SCH006 not-a-number: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import NOT_A_NUMBER
from briefbook.rules import Rule

RULE = Rule(NOT_A_NUMBER, __name__)
