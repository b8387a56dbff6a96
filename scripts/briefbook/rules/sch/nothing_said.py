"""SCH009 nothing-said: found while reading (see briefbook.model)."""

from briefbook.model.kinds import NOTHING_SAID
from briefbook.rules import Rule

RULE = Rule(NOTHING_SAID, __name__)
