"""Wrong use: a flag, a setting or a folder that the user can put right; one line, exit code 2."""


class WrongUse(Exception):
    """Its message is the one line that the user sees."""
