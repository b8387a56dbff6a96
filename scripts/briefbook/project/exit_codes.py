"""What exit codes mean, whatever the command."""

from collections.abc import Mapping

ALWAYS: Mapping[int, str] = {
    0: "It worked.",
    2: "It was used in a wrong way; one line says how.",
    70: "This is a bug of Briefbook; it prints what to report.",
}
"""By number; a command may add what 1 means."""
