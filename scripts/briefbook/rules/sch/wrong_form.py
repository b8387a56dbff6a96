"""SCH004 wrong-form: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import WRONG_FORM
from briefbook.rules import Rule

RULE = Rule(WRONG_FORM, __name__)
