"""For analysts who follow ICD 203 or the PHIA yardstick and grade by the Admiralty code."""

from briefbook.findings import Severity
from briefbook.lint.profiles import Profile

PROFILE = Profile(
    "intelligence",
    "Assessments after ICD 203: likelihood, confidence and grades must be right, and one other "
    "person signs.",
    severity={
        "EST": Severity.error,
        "JDG": Severity.error,
        "SRC002": Severity.error,
        "SRC003": Severity.error,
        "EVD001": Severity.error,
        "EVD006": Severity.error,
        "ASM": Severity.error,
        "HYP": Severity.error,
        "FCT": Severity.error,
        "FCT011": Severity.note,  # for a person to confirm: no program knows which is harder
    },
    signoffs=1,
)
