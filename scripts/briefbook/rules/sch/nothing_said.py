"""SCH009 nothing-said: a brief without a claim and without a judgment."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import BriefFile
from briefbook.findings import Finding, Place
from briefbook.model.finding_kinds import NOTHING_SAID
from briefbook.model.record import BLANK
from briefbook.rules import Rule, each_file
from briefbook.syntax import ListNode, MappingNode, Node, TextNode

_EITHER = ("claims", "judgments")


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """Looks at what is typed, so that another mistake in the brief does not hide this one."""
    match edition.corpus.file_at.get(path):
        case BriefFile(node=MappingNode(entries=entries)):
            typed = {name: entry.value for name in _EITHER if (entry := entries.get(name))}
            if all(_is_empty(node) for node in typed.values()):
                yield Finding(
                    NOTHING_SAID,
                    "A brief needs at least one claim or judgment.",
                    Place(path, tuple(typed)[:1], on_key=True),
                    "Add `claims:` with one claim: an id, a statement, a kind and a verdict.",
                )


def _is_empty(node: Node) -> bool:
    match node:
        case ListNode():
            return not node.items
        case TextNode():
            return node.value in BLANK
        case MappingNode():
            return False


RULE = Rule(NOTHING_SAID, __name__, each_file(check))
