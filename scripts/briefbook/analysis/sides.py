"""Who stands on either side of a claim: links, independent origins and institutions, on the day for
which it is judged and since."""

from dataclasses import dataclass

from briefbook.analysis.chronology import Linked, judged_on, split_links
from briefbook.analysis.edition import Edition
from briefbook.analysis.origins import Side
from briefbook.model import Brief, Claim, Stance


@dataclass(frozen=True, slots=True)
class CountedSide:
    """One side: its links, and the origins behind them by institution."""

    side: Side
    by_institution: tuple[tuple[str, ...], ...]

    @property
    def links(self) -> int:
        """How many distinct sources."""
        return len(self.side.links)

    @property
    def origins(self) -> int:
        """How many independent origins."""
        return len(self.side.origins)

    @property
    def institutions(self) -> int:
        """How many institutions stand behind these."""
        return len(self.by_institution)


@dataclass(frozen=True, slots=True)
class Sides:
    """Support and dispute."""

    supports: CountedSide
    disputes: CountedSide


def sides_of_day(claim: Claim, brief: Brief, edition: Edition) -> Sides:
    """The sides as they stood on the day for which a claim of a brief is judged."""
    return _sides(split_links(claim, edition.sources, brief)[0], claim, brief, edition)


def sides_since(claim: Claim, brief: Brief, edition: Edition) -> Sides:
    """The sides of what came since that day."""
    return _sides(split_links(claim, edition.sources, brief)[1], claim, brief, edition)


def _sides(items: Linked, claim: Claim, brief: Brief, edition: Edition) -> Sides:
    day = judged_on(claim, edition.sources, brief)
    found = (edition.origins.linked_side(items, one) for one in (Stance.supports, Stance.disputes))
    return Sides(*(CountedSide(one, edition.institutions.of(one.origins, day)) for one in found))
