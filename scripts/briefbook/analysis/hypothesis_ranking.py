"""Analysis of competing hypotheses (Heuer 1999, chapter 8): which explanation has least against it.

Only what is inconsistent counts: evidence that fits everything proves nothing. An item rated alike
for every hypothesis cannot tell them apart and is flagged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from briefbook.analysis.deciding_evidence import deciding_sides
from briefbook.analysis.grades import LETTERS, best, letter
from briefbook.model import Claim, Source
from briefbook.model.hypothesis import Hypotheses, MatrixRow, Rating
from briefbook.model.source import Grade

_AGAINST = {Rating.very_inconsistent: 2, Rating.inconsistent: 1}
_VALUE = {
    Rating.very_inconsistent: -2,
    Rating.inconsistent: -1,
    Rating.neutral: 0,
    Rating.consistent: 1,
    Rating.very_consistent: 2,
}
WEIGHTS: Mapping[Grade, Fraction] = {
    grade: Fraction(len(LETTERS) - place, len(LETTERS)) for place, grade in enumerate(LETTERS)
}
"""The weight of a row by the letter of its source: A counts 1, each letter below a fifth less."""


@dataclass(frozen=True, slots=True)
class HypothesisRank:
    """One hypothesis: its inconsistency without weights, with them, and its ranks from 1.

    Hypotheses with the same score share a rank. `weighted` leaves out rows of unknown weight.
    """

    option: str
    score: int
    weighted: Fraction
    rank: int
    weighted_rank: int


@dataclass(frozen=True, slots=True)
class EvidenceDiagnosticity:
    """One row: how far its ratings lie apart (0 to 4; 0: it tells nothing apart), its weight, and
    which hypotheses would stand first without it, where these are others."""

    evidence: str
    diagnosticity: int
    weight: Fraction | None
    first_without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HypothesisRanking:
    """Hypotheses from the least inconsistent on, and the rows in the order of the matrix."""

    standings: tuple[HypothesisRank, ...]
    rows: tuple[EvidenceDiagnosticity, ...]

    @property
    def first(self) -> tuple[str, ...]:
        """The hypotheses that stand first."""
        return tuple(one.option for one in self.standings if one.rank == 1)

    @property
    def unknown_weights(self) -> int:
        """How many rows have no known weight."""
        return sum(row.weight is None for row in self.rows)


def rank_hypotheses(
    record: Hypotheses, weights: Mapping[str, Fraction | None]
) -> HypothesisRanking:
    """Score and rank; `weights` gives one for the evidence of each row, None for unknown.

    The order of rows and options never matters for scores and ranks; ties are listed in reading
    order.
    """
    options = [option.id for option in record.options]
    plain = {name: sum(_against(row, name) for row in record.matrix) for name in options}
    weighted = {
        name: sum(
            (_against(row, name) * weight for row in record.matrix
             if (weight := weights.get(row.evidence)) is not None),
            Fraction(0),
        )
        for name in options
    }  # fmt: skip
    ordered = sorted(options, key=lambda name: plain[name])
    return HypothesisRanking(
        tuple(
            HypothesisRank(
                name, plain[name], weighted[name], _rank(plain, name), _rank(weighted, name)
            )
            for name in ordered
        ),
        tuple(
            EvidenceDiagnosticity(
                row.evidence,
                _diagnosticity(row, options),
                weights.get(row.evidence),
                _first_without(row, plain),
            )
            for row in record.matrix
        ),
    )


def _first_without(row: MatrixRow, plain: Mapping[str, int]) -> tuple[str, ...]:
    left = {name: score - _against(row, name) for name, score in plain.items()}
    first, first_now = (
        tuple(name for name in found if found[name] == min(found.values()))
        for found in (left, plain)
    )
    return () if first == first_now else first


def weights_of(
    record: Hypotheses, sources: Mapping[str, Source], claims: Mapping[str, Claim]
) -> dict[str, Fraction | None]:
    """The weight of each row: by its source's letter, or the best letter that carries its claim.

    `claims` are known by the reference under which the matrix names them. F is unknown, not worst.
    """
    found: dict[str, Fraction | None] = {}
    for row in record.matrix:
        claim = claims.get(row.evidence)
        if claim is not None:
            grade = best(
                (item for side in deciding_sides(claim, sources) for item in side), sources
            )
        else:
            grade = letter(sources.get(row.evidence))
        found[row.evidence] = WEIGHTS[grade] if grade else None
    return found


def _against(row: MatrixRow, option: str) -> int:
    rating = row.ratings.get(option)
    return _AGAINST.get(rating, 0) if rating else 0


def _rank(scores: Mapping[str, int] | Mapping[str, Fraction], name: str) -> int:
    return 1 + sum(score < scores[name] for score in scores.values())


def _diagnosticity(row: MatrixRow, options: list[str]) -> int:
    values = [_VALUE.get(row.ratings.get(name, Rating.neutral), 0) for name in options]
    return max(values) - min(values) if len(values) > 1 else 0
