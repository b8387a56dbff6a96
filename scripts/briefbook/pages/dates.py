"""Dates in words: “6 February 2025”, “since 6 April 2022”."""

from datetime import date

from briefbook.model import Edtf

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """“6 February 2025”."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: Edtf | None) -> str:
    """An EDTF date in words; nothing for an absent one."""
    if value is None:
        return ""
    if value.text == "unknown":
        return "date unknown"
    if not value.is_interval:
        return _single(value.text)
    start, _, end = value.text.partition("/")
    if end in ("", ".."):
        return f"since {_single(start)}"
    if start in ("", ".."):
        return f"until {_single(end)}"
    return f"{_single(start)} to {_single(end)}"


_QUALIFIED = {"?": "probably {}", "~": "about {}", "%": "probably about {}"}


def _single(text: str) -> str:
    pattern = _QUALIFIED.get(text[-1], "{}")
    parts = [int(part) for part in text.rstrip("?~%").split("-")]
    shown = str(parts[0])
    if len(parts) > 1:
        shown = f"{_MONTHS[parts[1] - 1]} {shown}"
    if len(parts) > 2:
        shown = f"{parts[2]} {shown}"
    return pattern.format(shown)
