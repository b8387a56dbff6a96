"""REF003 unknown-topic: a topic id that the library does not define."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling

KIND = Kind("REF003", "unknown-topic")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    entry = f"- {{id: {name}, name: {name.replace('-', ' ').capitalize()}}}"
    return (
        f"There is no topic “{name}”.",
        f"Add a line to briefings/_library/topics.yml: {entry}",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return corpus.links.ids_by_role["topic"]


RULE = Rule(KIND, __name__, dangling(KIND, ("topic",), _describe, _known))
