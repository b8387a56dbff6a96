"""Whether everything that supports a claim comes from whoever makes it."""

from briefbook.analysis.origins import Origins
from briefbook.model import Brief, Claim


def is_self_sourced(claim: Claim, brief: Brief, origins: Origins) -> bool:
    """Whether all origins of the support are the claimant, or the text in which the claim stands.

    A claim without support, or without a claimant, is not self-sourced.
    """
    reviews = brief.reviews
    claimant = claim.claimant or (reviews.claimant if reviews else None)
    appearance = claim.appearance or (reviews.appearance if reviews else None)
    own = {name for name in (claimant.entity if claimant else None, appearance) if name}
    found = origins.supports(claim).origins
    return bool(claimant and found) and own.issuperset(found)
