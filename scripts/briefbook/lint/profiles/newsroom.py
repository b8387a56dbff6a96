"""For newsrooms and fact-checkers: corroboration and right wording weigh most."""

from briefbook.findings import Severity
from briefbook.lint.profiles import Profile

PROFILE = Profile(
    "newsroom",
    "Fact-checks and explainers: one origin is a warning, one other person signs, and the fine "
    "points of likelihood scales are notes.",
    severity={
        "CLM004": Severity.warning,
        "SRC005": Severity.error,
        "EVD002": Severity.error,
        "EST003": Severity.note,
        "EST004": Severity.note,
        "CNF": Severity.note,
    },
    signoffs=1,
)
