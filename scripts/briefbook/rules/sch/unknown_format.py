"""SCH010 unknown-format: found while reading (see briefbook.model.formats)."""

from briefbook.model.finding_kinds import UNKNOWN_FORMAT
from briefbook.rules import Rule

RULE = Rule(UNKNOWN_FORMAT, __name__)
