"""SYN021 split-text: found while reading (see briefbook.syntax.split)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import SPLIT_TEXT

RULE = Rule(SPLIT_TEXT, __name__)
