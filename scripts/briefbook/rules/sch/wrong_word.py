"""SCH003 wrong-word: found while reading (see briefbook.model)."""

from briefbook.model.kinds import WRONG_WORD
from briefbook.rules import Rule

RULE = Rule(WRONG_WORD, __name__)
