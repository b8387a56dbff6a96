"""SCH005 impossible-date: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import IMPOSSIBLE_DATE
from briefbook.rules import Rule

RULE = Rule(IMPOSSIBLE_DATE, __name__)
