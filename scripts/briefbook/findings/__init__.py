"""What is wrong with a brief, as values: where, why it matters, how to mend it."""

from briefbook.findings.finding import Finding, Kind, Label, Place, Route, Severity
from briefbook.findings.located import LocatedFinding, LocatedLabel, Region, Report

__all__ = [
    "Finding",
    "Kind",
    "Label",
    "LocatedFinding",
    "LocatedLabel",
    "Place",
    "Region",
    "Report",
    "Route",
    "Severity",
]
