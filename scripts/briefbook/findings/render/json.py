"""Findings as JSON, version 1 (the shape is a promise; see docs/guide/check.md)."""

import json
from typing import Any

from briefbook.findings.finding import Severity
from briefbook.findings.located import LocatedFinding, Region, Report
from briefbook.findings.render import Renderer


def render(report: Report) -> str:
    """One JSON object: version, summary, findings; lines and columns from 1, in characters."""
    summary = {level.name: report.count(level) for level in reversed(Severity)}
    body = {
        "version": 1,
        "summary": {**summary, "waived": report.waived, **_known(report)},
        "findings": [finding(item) for item in report.findings],
    }
    return json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _known(report: Report) -> dict[str, int]:
    """Findings that a baseline knows; said only when there is a baseline."""
    return {} if report.known is None else {"known": report.known}


def finding(item: LocatedFinding) -> dict[str, Any]:
    """One finding: what, where (lines and columns from 1), how to mend it."""
    found = item.finding
    return {
        "code": found.kind.code,
        "rule": found.kind.name,
        "severity": found.kind.severity.name,
        "message": found.message,
        "help": found.help,
        **_region(item.region),
        "route": list(found.place.route),
        "related": [{"message": label.message, **_region(label.region)} for label in item.related],
    }


def _region(region: Region) -> dict[str, Any]:
    return {
        "path": region.path,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
    }


RENDERER = Renderer("json", render)
