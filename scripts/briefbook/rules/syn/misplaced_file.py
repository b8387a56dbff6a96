"""SYN018 misplaced-file: found while reading (see briefbook.corpus.load)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import MISPLACED_FILE

RULE = Rule(MISPLACED_FILE, __name__)
