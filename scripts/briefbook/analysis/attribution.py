"""Who makes a claim, and in which text: as the claim says, else as its brief reviews it."""

from briefbook.model import Actor, Brief, Claim


def claimant(claim: Claim, brief: Brief | None) -> Actor | None:
    """Who says a claim: its own claimant, else that of the text under review."""
    reviews = brief.reviews if brief else None
    return claim.claimant or (reviews.claimant if reviews else None)


def appearance(claim: Claim, brief: Brief | None) -> str | None:
    """The id of the source in which a claim stands: its own, else the text under review."""
    reviews = brief.reviews if brief else None
    return claim.appearance or (reviews.appearance if reviews else None)
