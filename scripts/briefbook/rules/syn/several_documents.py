"""SYN011 several-documents: found while reading (see briefbook.syntax)."""

from briefbook.rules import Rule
from briefbook.syntax.finding_kinds import SEVERAL_DOCUMENTS

RULE = Rule(SEVERAL_DOCUMENTS, __name__)
