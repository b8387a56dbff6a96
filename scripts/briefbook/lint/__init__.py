"""Runs the rules over an edition, or over two."""

from briefbook.lint.alarms import alarms
from briefbook.lint.of_files import FindingsOfFiles
from briefbook.lint.policy import Policy, UnknownRule, codes_of, profile_of
from briefbook.lint.run import Selection, blocking_findings, left_out, run

__all__ = [
    "FindingsOfFiles",
    "Policy",
    "Selection",
    "UnknownRule",
    "alarms",
    "blocking_findings",
    "codes_of",
    "left_out",
    "profile_of",
    "run",
]
