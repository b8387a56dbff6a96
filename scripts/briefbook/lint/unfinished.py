"""Drafts with blanks: briefs that somebody has begun, and that a site goes without until then."""

from collections.abc import Iterable, Mapping

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Route
from briefbook.model import Status
from briefbook.model.finding_kinds import MISSING_FIELD
from briefbook.model.record import BLANK
from briefbook.syntax import ListNode, MappingNode, Node, TextNode


def unread_drafts(edition: Edition) -> Mapping[str, Node | None]:
    """The node trees of drafts that cannot be read as briefs, by path."""
    return {
        file.path: file.node
        for file in edition.corpus.files
        if not file.is_read and _text(file.node, ("status",)) == Status.draft.value
    }


def unfinished(edition: Edition, findings: Iterable[Finding]) -> Mapping[str, tuple[str, ...]]:
    """The fields that are still empty, by the path of each draft that lacks nothing else.

    A field that is not there at all, or any other finding that stops publication, is a mistake.
    """
    drafts = unread_drafts(edition)
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.place.path in drafts:
            found.setdefault(finding.place.path, []).append(finding)
    return {
        path: tuple(dict.fromkeys(str(one.place.route[-1]) for one in ours))
        for path, ours in found.items()
        if all(_is_blank(one, drafts[path]) for one in ours)
    }


def _is_blank(finding: Finding, node: Node | None) -> bool:
    route = finding.place.route
    return (
        finding.kind == MISSING_FIELD
        and bool(route)
        and (_text(node, route) or "").strip() in BLANK
        and _text(node, route) is not None
    )


def _text(node: Node | None, route: Route) -> str | None:
    """The text at a place of a tree; None where there is none."""
    for step in route:
        if isinstance(node, MappingNode) and step in node.entries:
            node = node.entries[str(step)].value
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node.value if isinstance(node, TextNode) else None
