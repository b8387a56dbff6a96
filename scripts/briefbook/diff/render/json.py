"""Changes as JSON, version 1 (the shape is a promise; see docs/guide/review.md)."""

import json

from briefbook.diff.render import DiffRenderer
from briefbook.diff.report import DiffReport
from briefbook.diff.report_data import comparison_data


def render(report: DiffReport) -> str:
    """One JSON object: version, both sides, changes, alarms, and files that could not be read."""
    return json.dumps(comparison_data(report), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


RENDERER = DiffRenderer("json", render)
