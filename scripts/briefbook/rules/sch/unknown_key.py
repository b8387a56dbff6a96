"""SCH001 unknown-key: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import UNKNOWN_KEY
from briefbook.rules import Rule

RULE = Rule(UNKNOWN_KEY, __name__)
