"""The kinds of schema trouble; each has its page in rules/sch/."""

from briefbook.findings import Kind

UNKNOWN_KEY = Kind("SCH001", "unknown-key")
MISSING_FIELD = Kind("SCH002", "missing-field")
WRONG_WORD = Kind("SCH003", "wrong-word")
WRONG_FORM = Kind("SCH004", "wrong-form")
IMPOSSIBLE_DATE = Kind("SCH005", "impossible-date")
NOT_A_NUMBER = Kind("SCH006", "not-a-number")
BAD_ID = Kind("SCH007", "bad-id")
UNSAFE_URL = Kind("SCH008", "unsafe-url")
NOTHING_SAID = Kind("SCH009", "nothing-said")
"""A brief without a single claim or judgment."""
UNKNOWN_FORMAT = Kind("SCH010", "unknown-format")
"""A version of the format that is not read."""
