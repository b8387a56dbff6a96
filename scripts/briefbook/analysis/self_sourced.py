"""Whether everything that supports a claim comes from whoever makes it."""

from briefbook.analysis.attribution import appearance, claimant
from briefbook.analysis.origins import Origins
from briefbook.model import Brief, Claim


def is_self_sourced(claim: Claim, brief: Brief, origins: Origins) -> bool:
    """Whether all origins of the support are the claimant, or the text in which the claim stands.

    A claim without support, or without a claimant, is not self-sourced.
    """
    whose = claimant(claim, brief)
    names = (whose.entity if whose else None, appearance(claim, brief))
    own = {name for name in names if name}
    found = origins.supports(claim).origins
    return bool(whose and found) and own.issuperset(found)
