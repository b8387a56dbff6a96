"""For research groups: sources can be found again, passages located, two colleagues sign."""

from briefbook.findings import Severity
from briefbook.lint.profiles import Profile

PROFILE = Profile(
    "academic",
    "Reviews of research: every source can be found again and every passage located, and two "
    "other people sign.",
    severity={
        "SRC004": Severity.error,
        "SRC007": Severity.error,
        "EVD005": Severity.warning,
        "CLM010": Severity.error,
        "CLM004": Severity.warning,
        "QUO008": Severity.warning,
    },
    signoffs=2,
)
