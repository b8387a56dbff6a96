"""SYN018 misplaced-file: found while reading (see briefbook.corpus.load)."""

from briefbook.rules import Rule
from briefbook.syntax.kinds import MISPLACED_FILE

RULE = Rule(MISPLACED_FILE, __name__)
