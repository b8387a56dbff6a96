"""EST003 mixed-term-rows: likelihoods in both rows of a scale that has two."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.model.scales import scales
from briefbook.model.standing import is_withdrawn
from briefbook.rules import Rule, each

KIND = Kind("EST003", "mixed-term-rows", Severity.warning)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether all terms of the brief are of one row; the first of the rarer row is shown."""
    scale = scales()[edition.scale(placed.record)]
    rows: dict[int, list[int]] = {}
    for index, judgment in enumerate(placed.record.judgments):
        if is_withdrawn(judgment, placed.record):
            continue
        band = scale.band(judgment.likelihood.term or "") if judgment.likelihood else None
        if band:
            rows.setdefault(band.row, []).append(index)
    if len(rows) < len({band.row for band in scale.bands}) or len(rows) == 1:
        return
    rarer = min(rows, key=lambda row: (len(rows[row]), -row))
    yield Finding(
        KIND,
        f"This brief mixes the two rows of {scale.name}, such as “likely” and “probable”.",
        placed.place("judgments", rows[rarer][0], "likelihood", "term"),
        "Take all terms from one row.",
    )


RULE = Rule(KIND, __name__, each(Brief)(check))
