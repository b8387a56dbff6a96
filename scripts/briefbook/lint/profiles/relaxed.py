"""For a first brief, a class, or one person's notes: only what misleads a reader is reported."""

from briefbook.findings import Severity
from briefbook.lint.profiles import Profile

PROFILE = Profile(
    "relaxed",
    "First briefs and private notes: only what would mislead a reader; grades, locators, "
    "likelihood scales and questions are left alone.",
    ignore=("SRC001", "SRC002", "SRC003", "SRC009", "SRC010", "EVD003", "EVD005", "EST", "CNF",
            "QST", "BAR", "ASM", "SRC015", "EVD006", "CLM004", "CLM007", "WVR006",
            "QUO005", "QUO008", "QUO011"),
    severity={"CLM": Severity.note, "BRF": Severity.note, "JDG": Severity.note},
)  # fmt: skip
