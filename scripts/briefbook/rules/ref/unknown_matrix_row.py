"""REF013 unknown-matrix-row: a row of a hypotheses matrix that is neither claim nor source."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling
from briefbook.rules.ref.unknown_record import known_records

KIND = Kind("REF013", "unknown-matrix-row")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    return (
        f"There is no claim or source “{name}” to rate the hypotheses against.",
        "Give the id of a claim of this brief, or of a source.",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return {*known_records(corpus, link), *corpus.links.ids_by_role["source"]}


RULE = Rule(KIND, __name__, dangling(KIND, ("record", "source"), _describe, _known))
