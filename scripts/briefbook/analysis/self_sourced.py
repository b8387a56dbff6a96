"""Whether everything that supports a claim comes from whoever makes it."""

from briefbook.analysis.attribution import appearance, claimant
from briefbook.analysis.chronology import judged_on, split
from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.model import Brief, Claim, Stance


def is_self_sourced(placed: Placed[Claim], edition: Edition) -> bool:
    """Whether a claim is self-sourced; see `self_sourced`."""
    return placed.brief is not None and self_sourced(placed.record, placed.brief, edition)


def self_sourced(claim: Claim, brief: Brief, edition: Edition) -> bool:
    """Whether all origins of the support that was known on the day are of one institution with the
    claimant, or with the text in which the claim stands.

    A claimant who is named only is whoever bears that name. What a text repeats is not its own. A
    claim without support is not self-sourced.
    """
    whose, origins, institutions = claimant(claim, brief), edition.origins, edition.institutions
    known, _ = split(claim, edition.sources, brief)
    found = origins.side(known, Stance.supports).origins
    text, day = appearance(claim, brief), judged_on(claim, edition.sources, brief)
    own = [whose.entity or institutions.bearer(whose.name or "")] if whose else []
    own += institutions.holders(origins.named(text)) if text else ()
    hand = frozenset[str]().union(*(institutions.together(one, day) for one in own))
    return bool(found) and all(hand.intersection(institutions.holders(one)) for one in found)
