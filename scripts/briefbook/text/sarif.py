"""Escaping for messages of SARIF 2.1.0, which read links and placeholders in plain text."""

import re

_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def message(value: str) -> str:
    """`[text](target)` is broken up (3.11.6) and `{0}` written with double braces (3.11.5)."""
    return _PLACEHOLDER.sub(r"{{\1}}", value.replace("](", "] ("))
