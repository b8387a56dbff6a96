"""What is wrong with a brief, as values: where, why it matters, how to mend it."""

from briefbook.findings.finding import Edit, Finding, Kind, Label, Place, Route, Severity
from briefbook.findings.located import LocatedFinding, LocatedLabel, Region, Report, RuleText

__all__ = [
    "Edit",
    "Finding",
    "Kind",
    "Label",
    "LocatedFinding",
    "LocatedLabel",
    "Place",
    "Region",
    "Report",
    "Route",
    "RuleText",
    "Severity",
]
