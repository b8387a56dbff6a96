"""SCH007 bad-id: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import BAD_ID
from briefbook.rules import Rule

RULE = Rule(BAD_ID, __name__)
