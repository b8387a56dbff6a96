"""Which claims have a page of their own, and where it is."""

from collections.abc import Iterator

from briefbook.analysis.attribution import claimant
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Brief, Claim

EMBEDDED = "embed/"
"""The folder of cards for other sites: whole files of their own, none of the theme."""


def has_page(claim: Claim, brief: Brief, choice: str) -> bool:
    """Whether it has one, by the site's `claim_pages`: “none”, “reviewed” (somebody made it) or
    “all”."""
    return choice == "all" or (choice == "reviewed" and claimant(claim, brief) is not None)


def with_pages(brief: Brief, choice: str) -> Iterator[Claim]:
    """The claims of a brief that have one."""
    return (claim for claim in brief.claims if has_page(claim, brief, choice))


def page_address(brief: str, claim: str) -> str:
    """“briefings/x/claim/”."""
    return f"{address(Target('brief', brief))}{claim}/"


def embed_address(brief: str, claim: str) -> str:
    """“embed/x/claim/”: the card that other sites may show."""
    return f"{EMBEDDED}{brief}/{claim}/"
