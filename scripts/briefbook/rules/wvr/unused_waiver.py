"""WVR001 unused-waiver: a waiver that sets nothing aside. Found when all rules have run."""

from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule

KIND = Kind("WVR001", "unused-waiver", Severity.warning)


def unused(placed: Placed[Waiver]) -> Finding:
    """The finding for a waiver that nothing needs."""
    where = f" at “{placed.record.at}”" if placed.record.at else " in this brief"
    return Finding(
        KIND,
        f"Nothing needs this waiver: {placed.record.rule} finds nothing{where}.",
        placed.place("rule"),
        "Delete it: a waiver that stays behind would hide the next mistake.",
    )


RULE = Rule(KIND, __name__)
