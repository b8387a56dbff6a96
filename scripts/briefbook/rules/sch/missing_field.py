"""SCH002 missing-field: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import MISSING_FIELD
from briefbook.rules import Rule

RULE = Rule(MISSING_FIELD, __name__)
