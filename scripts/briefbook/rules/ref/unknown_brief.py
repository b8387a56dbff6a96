"""REF005 unknown-brief: a brief id that no file has."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling

KIND = Kind("REF005", "unknown-brief")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    return (f"There is no brief “{name}”.", "A brief's id is its file name without .yml.")


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return corpus.links.ids_by_role["brief"]


RULE = Rule(KIND, __name__, dangling(KIND, ("brief",), _describe, _known))
