"""REF004 unknown-record: a record id that its brief does not define."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling

KIND = Kind("REF004", "unknown-record")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    brief, mark, record = name.rpartition("#")
    if mark and brief not in corpus.links.routes_by_brief:
        return (
            f"There is no brief “{brief}” to hold the record “{record}”.",
            "A brief's id is its file name without .yml.",
        )
    where = f"in the brief “{brief}”" if mark else "in this brief"
    return (
        f"There is no record “{record}” {where}.",
        "Give the id of a claim, judgment, barrier, question or assumption; for another brief, "
        "brief-id#record-id.",
    )


def known_records(corpus: Corpus, link: Link) -> Iterable[str]:
    """What a record reference could have meant: records of its brief, or briefs with records."""
    owner, mark, _ = link.reference.target.rpartition("#")
    definitions = corpus.links.routes_by_brief
    if not mark:
        return definitions.get(link.brief, {})
    if owner in definitions:
        return [f"{owner}#{record}" for record in definitions[owner]]
    record = link.reference.target.rpartition("#")[2]
    return [f"{brief}#{record}" for brief, records in definitions.items() if record in records]


RULE = Rule(KIND, __name__, dangling(KIND, ("record",), _describe, known_records))
