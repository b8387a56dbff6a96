"""SYN013 conflict-markers: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import CONFLICT_MARKERS

RULE = Rule(CONFLICT_MARKERS, __name__)
