"""SCH003 wrong-word: found while reading (see briefbook.model)."""

from briefbook.model.finding_kinds import WRONG_WORD
from briefbook.rules import Rule

RULE = Rule(WRONG_WORD, __name__)
