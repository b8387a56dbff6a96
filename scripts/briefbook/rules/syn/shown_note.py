"""SYN022 shown-note: found while reading (see briefbook.syntax.shown_note)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import SHOWN_NOTE

RULE = Rule(SHOWN_NOTE, __name__)
