"""Licences by their SPDX identifier (spdx.org/licenses): those of Creative Commons, under which
texts are given away; any other by its address."""

import re
from typing import NamedTuple

_CC = re.compile(r"CC-(BY(?:-NC)?(?:-SA|-ND)?)-(4\.0|3\.0)")
_CC0 = "CC0-1.0"
LICENCES = (
    *(f"CC-BY{more}-4.0" for more in ("", "-SA", "-ND", "-NC", "-NC-SA", "-NC-ND")),
    _CC0,
)
"""The licences of today by their identifiers."""
_HOME = "https://creativecommons.org/"


class Licence(NamedTuple):
    """The name of a licence, if it is one of Creative Commons, and where it stands."""

    name: str
    url: str


def licence_of(typed: str) -> Licence:
    """The licence with this identifier, or at this address.

    Raises ValueError for what is neither.
    """
    if typed == _CC0:
        return Licence("CC0 1.0", f"{_HOME}publicdomain/zero/1.0/")
    if found := _CC.fullmatch(typed):
        terms, version = found.groups()
        return Licence(f"CC {terms} {version}", f"{_HOME}licenses/{terms.lower()}/{version}/")
    if typed.startswith(("https://", "http://")):
        return Licence("", typed)
    raise ValueError(typed)
