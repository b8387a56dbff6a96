"""Changes as JSON, version 1 (the shape is a promise; see docs/guide/review.md)."""

import json
from typing import Any

from briefbook.diff.render import DiffRenderer
from briefbook.diff.report import DiffReport
from briefbook.diff.shown import ShownChange
from briefbook.findings.render.json import finding


def render(report: DiffReport) -> str:
    """One JSON object: version, both sides, changes, alarms, and files that could not be read."""
    return json.dumps(body(report), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def body(report: DiffReport) -> dict[str, Any]:
    """The object itself; lines count from 1."""
    sides = report.revisions
    return {
        "version": 1,
        "base": sides.base,
        "head": sides.head,
        "base_commit": sides.base_commit,
        "head_commit": sides.head_commit,
        "changes": [_change(change) for change in report.changes],
        "alarms": [finding(item) for item in report.alarms.findings],
        "unread": list(report.comparison.unread),
    }


def _change(change: ShownChange) -> dict[str, Any]:
    told = change.model_dump(exclude={"path", "line", "cause", "through"})
    return {**told, "severity": change.severity.value, "path": change.path, "line": change.line}


RENDERER = DiffRenderer("json", render)
