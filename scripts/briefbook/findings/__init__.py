"""What is wrong with a brief, as values: where, why it matters, how to mend it."""

from briefbook.findings.finding import Edit, Finding, Kind, Label, Place, Route, Severity
from briefbook.findings.lifecycle import Deprecated, Life
from briefbook.findings.located import LocatedFinding, LocatedLabel, Region, Report, RuleText

__all__ = [
    "Deprecated",
    "Edit",
    "Finding",
    "Kind",
    "Label",
    "Life",
    "LocatedFinding",
    "LocatedLabel",
    "Place",
    "Region",
    "Report",
    "Route",
    "RuleText",
    "Severity",
]
