"""Findings as SARIF 2.1.0 (OASIS), in the form that GitHub code scanning takes.

Fingerprints name the finding's rule, file, record and message, never its line, so that a finding
keeps its identity when lines move above it.
"""

import json
from collections import Counter
from typing import Any
from urllib.parse import quote

from briefbook import __version__
from briefbook.findings.finding import Kind
from briefbook.findings.located import LocatedFinding, Region, Report, RuleText
from briefbook.findings.render import Renderer
from briefbook.text.sarif import message

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST = 5_000
"""GitHub shows no more results of a run; the gravest are kept."""
_LONGEST = 1_024


def render(report: Report) -> str:
    """One SARIF log with one run."""
    kinds: dict[str, Kind] = {}
    items = report.gravest_first()[:MOST]
    for item in items:
        kinds.setdefault(item.finding.kind.code, item.finding.kind)
    codes = sorted(kinds)
    driver = {
        "name": "Briefbook",
        "version": __version__,
        "rules": [_rule(kinds[code], report.rules.get(code)) for code in codes],
    }
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, codes, seen) for item in items],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _rule(kind: Kind, text: RuleText | None) -> dict[str, Any]:
    said = text or RuleText(kind.name, "", "")
    whole = " ".join(part for part in (said.summary, said.why) if part)
    former = {"deprecatedIds": list(said.former)} if said.former else {}
    return {
        "id": kind.code,
        **former,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": said.summary},
        "fullDescription": {"text": whole[:_LONGEST]},
        "help": {"text": whole, "markdown": said.page or whole},
        "defaultConfiguration": {"level": kind.severity.name},
        "properties": {"tags": [kind.family], **_life(kind)},
    }


def _life(kind: Kind) -> dict[str, Any]:
    """Since when a rule exists, and whether it is on its way in or out."""
    end = kind.life.deprecated
    return {
        "since": kind.life.since,
        **({"preview": True} if kind.life.preview else {}),
        **({"deprecated": {"since": end.since, "remedy": end.remedy}} if end else {}),
    }


def _result(item: LocatedFinding, codes: list[str], seen: Counter[str]) -> dict[str, Any]:
    finding = item.finding
    mark = item.fingerprint
    seen[mark] += 1
    result: dict[str, Any] = {
        "ruleId": finding.kind.code,
        "ruleIndex": codes.index(finding.kind.code),
        "level": finding.kind.severity.name,
        "message": {"text": message(" ".join(p for p in (finding.message, finding.help) if p))},
        "locations": [_location(item.region)],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark}:{seen[mark]}"},
    }
    if item.related:
        result["relatedLocations"] = [
            {**_location(label.region), "message": {"text": message(label.message)}}
            for label in item.related
        ]
    return result


def _location(region: Region) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(region.path)},
            "region": {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            },
        }
    }


RENDERER = Renderer("sarif", render, for_hosts=True)
