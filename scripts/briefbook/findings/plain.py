"""Findings as plain data and back, for who keeps them from one run to the next."""

from collections.abc import Mapping
from typing import Any

from briefbook.findings.finding import Edit, Finding, Kind, Label, Place
from briefbook.findings.located import LocatedFinding, LocatedLabel, Region
from briefbook.text.document import Span


def to_plain(finding: Finding) -> list[object]:
    """A finding as lists, texts and numbers; its kind by its code."""
    return [
        finding.kind.code,
        finding.message,
        _place(finding.place),
        finding.help,
        [[_place(label.place), label.message] for label in finding.related],
        [[edit.span.start, edit.span.end, edit.text] for edit in finding.edits],
    ]


def from_plain(plain: Any, kinds: Mapping[str, Kind]) -> Finding:  # noqa: ANN401 plain data
    """The finding that `to_plain` made plain; `kinds` are those there are, by code.

    Raises KeyError, TypeError or ValueError for anything else.
    """
    code, message, place, remedy, related, edits = plain
    return Finding(
        kinds[code],
        message,
        _read_place(place),
        remedy,
        tuple([Label(_read_place(where), said) for where, said in related]),
        tuple([Edit(Span(start, end), text) for start, end, text in edits]),
    )


def located_to_plain(item: LocatedFinding) -> list[object]:
    """A finding with its lines and columns."""
    return [
        to_plain(item.finding),
        _region(item.region),
        [_region(label.region) for label in item.related],
        item.record,
    ]


def located_from_plain(plain: Any, kinds: Mapping[str, Kind]) -> LocatedFinding:  # noqa: ANN401
    """The finding that `located_to_plain` made plain.

    Raises KeyError, TypeError or ValueError for anything else.
    """
    of_finding, region, related, record = plain
    finding = from_plain(of_finding, kinds)
    labels = [
        LocatedLabel(Region(*where), label.message)
        for where, label in zip(related, finding.related, strict=True)
    ]
    return LocatedFinding(finding, Region(*region), tuple(labels), record)


def _region(region: Region) -> list[object]:
    return [region.path, region.line, region.column, region.end_line, region.end_column]


def _place(place: Place) -> list[object]:
    span = [place.span.start, place.span.end] if place.span else None
    return [place.path, place.route, span, place.on_key, place.text, place.nth]


def _read_place(plain: Any) -> Place:  # noqa: ANN401
    path, route, span, on_key, text, nth = plain
    return Place(path, tuple(route), Span(*span) if span else None, on_key, text, nth)
