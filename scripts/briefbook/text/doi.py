"""DOIs: understood in the ways in which people write them, printed as addresses."""

import re
from urllib.parse import quote, unquote

_ADDRESS = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_NAMED = re.compile(r"(?:info:doi/|doi:?\s*)", re.IGNORECASE)
_DOI = re.compile(r"10(?:\.[0-9]+)+/[^\s\x00-\x20\x7f-\xa0]+")
_IN_ADDRESSES = "/:;()!*,~$@=&"


class WrongDoi(ValueError):
    """A text that is no DOI."""


def bare_doi(text: str) -> str:
    """“10.1000/182” of that, of `doi:10.1000/182` and of `https://doi.org/10.1000/182`.

    Letters stay as they were typed, although DOIs that differ in their case only are one.

    Raises WrongDoi.
    """
    plain = text.strip()
    if head := _ADDRESS.match(plain):
        plain = unquote(re.split("[?#]", plain[head.end() :], maxsplit=1)[0])
    if head := _NAMED.match(plain):
        plain = plain[head.end() :]
    if not _DOI.fullmatch(plain):
        raise WrongDoi(text)
    return plain


def doi_address(doi: str) -> str:
    """The address of a bare DOI, as its handbook wants it printed and linked."""
    return f"https://doi.org/{quote(doi, safe=_IN_ADDRESSES)}"
