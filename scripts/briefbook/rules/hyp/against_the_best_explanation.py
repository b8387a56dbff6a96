"""HYP001 against-the-best-explanation: a judgment on what speaks against the best one."""

from collections.abc import Iterator

from briefbook.analysis.dependencies import target_of
from briefbook.analysis.edition import Edition
from briefbook.analysis.hypothesis_ranking import rank_hypotheses
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.model.hypothesis import Hypotheses, MatrixRow, Rating
from briefbook.model.standing import not_withdrawn
from briefbook.rules import Rule, each

KIND = Kind("HYP001", "against-the-best-explanation", Severity.warning)
_AGAINST = (Rating.inconsistent, Rating.very_inconsistent)
_FOR = (Rating.consistent, Rating.very_consistent)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether all rows of a matrix that a judgment leans on speak against the explanation that
    stands first alone, and for another one."""
    brief = placed.record
    for matrix in not_withdrawn(brief.hypotheses, brief):
        first = rank_hypotheses(matrix, {}).first
        if len(first) != 1:
            continue
        rows = {target_of(row.evidence, placed.id): row for row in matrix.matrix}
        for index, judgment in enumerate(brief.judgments):
            leans = [target_of(one.record, placed.id) for one in judgment.depends_on]
            mine = [rows[one] for one in leans if one in rows]
            if judgment.withdrawn is None and mine and all(_against(r, first[0]) for r in mine):
                yield _finding(placed, index, matrix, first[0])


def _against(row: MatrixRow, option: str) -> bool:
    return row.ratings.get(option) in _AGAINST and any(one in _FOR for one in row.ratings.values())


def _finding(placed: Placed[Brief], index: int, matrix: Hypotheses, first: str) -> Finding:
    return Finding(
        KIND,
        f"This judgment leans only on what speaks against “{first}”, the explanation that stands "
        f"best in “{matrix.id}”.",
        placed.place("judgments", index, "depends_on", on_key=True),
        "Reconsider one of the two: add what the matrix lacks as a row, or let the judgment say "
        "in `because:` why it holds all the same.",
    )


RULE = Rule(KIND, __name__, each(Brief)(check))
