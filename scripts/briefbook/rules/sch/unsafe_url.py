"""SCH008 unsafe-url: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import UNSAFE_URL
from briefbook.rules import Rule

RULE = Rule(UNSAFE_URL, __name__)
