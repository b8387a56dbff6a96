"""Our own forecasts as data: every probability with its day, the outcome, and the scores.

Whoever doubts a mean can work it out again from this file alone.
"""

import json
from collections.abc import Iterator
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.forecasts import score, state
from briefbook.analysis.site_addresses import FORECASTS_DATA, anchored
from briefbook.corpus import Target
from briefbook.exporters import Exporter
from briefbook.model import Judgment
from briefbook.model.forecast import Forecast
from briefbook.model.standing import not_withdrawn
from briefbook.text.artifact import Artifact


def build(edition: Edition) -> Iterator[Artifact]:
    """One JSON object, version 1; forecasts in the order of briefs, probabilities from 0 to 1."""
    found = [
        _entry(name, judgment, judgment.forecast, edition)
        for name, brief in edition.briefs.items()
        for judgment in not_withdrawn(brief.judgments, brief)
        if judgment.forecast
    ]
    whole = {"version": 1, "today": edition.today.isoformat(), "forecasts": found}
    text = json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False)
    yield Artifact(FORECASTS_DATA, f"{text}\n".encode())


def _entry(name: str, judgment: Judgment, forecast: Forecast, edition: Edition) -> dict[str, Any]:
    resolution, scored = forecast.resolution, score(forecast, edition.today)
    return {
        "brief": name,
        "record": judgment.id,
        "address": anchored(Target("record", judgment.id, name)),
        "statement": judgment.statement,
        "state": state(forecast, edition.today).value,
        "resolves_on": forecast.resolves_on.text if forecast.resolves_on else None,
        "history": [
            {"date": step.date.text, "probability": float(step.probability)}
            for step in forecast.history
        ],
        "outcome": resolution.outcome.value if resolution else None,
        "decided": resolution.date.text if resolution else None,
        "days": scored.days if scored else None,
        "brier": round(scored.brier, 6) if scored else None,
        "log": round(scored.log, 6) if scored else None,
    }


EXPORTER = Exporter("forecasts", "Our forecasts, how they came out, and their scores.", build)
