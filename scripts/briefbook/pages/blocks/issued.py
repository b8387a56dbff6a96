"""The day of publication as formats of citations write it, as precise as the brief says."""

from briefbook.model import Edtf


def biblatex_date(day: Edtf | None) -> str:
    """EDTF without marks, which biblatex reads to level 1; nothing where it has no such form."""
    if day is None or day.is_interval or day.start is None or day.text.startswith("Y"):
        return ""
    return day.text.rstrip("?~%")


def csl_date(day: Edtf | None) -> dict[str, object]:
    """CSL-JSON's parts of a date, a season by its number; a decade as it is written."""
    if day is None or day.is_interval or day.start is None:
        return {}
    if not day.numbers:
        return {"literal": day.text.rstrip("?~%")}
    season: dict[str, object] = {"season": day.season} if day.season else {}
    return {"date-parts": [list(day.numbers)], **season}


def ris_date(day: Edtf | None) -> list[str]:
    """Year, month and day as far as they are known; nothing for years that RIS does not have."""
    written = day.iso if day else ""
    return written.split("-") if written and not written.startswith(("-", "0000")) else []
