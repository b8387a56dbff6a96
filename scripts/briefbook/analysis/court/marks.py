"""Quotation marks that were typed around a quotation."""

import re

from briefbook.analysis.court.signs import DOUBLE, SINGLE

_AROUND = re.compile(rf"\s*([{DOUBLE}{SINGLE}])(.+)[{DOUBLE}{SINGLE}]\s*", re.DOTALL)


def unmarked(exact: str) -> str:
    """A quotation without the quotation marks that were typed around it."""
    found = _AROUND.fullmatch(exact)
    return found[2].strip() if found else exact
