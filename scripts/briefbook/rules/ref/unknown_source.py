"""REF001 unknown-source: a source id that neither the library nor the brief defines."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling

KIND = Kind("REF001", "unknown-source")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    return (
        f"There is no source “{name}”.",
        "Add it to _library/sources/, or to `sources:` of this brief.",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return corpus.links.known["source"] | corpus.links.own_sources.get(link.brief, frozenset())


RULE = Rule(KIND, __name__, dangling(KIND, ("source",), _describe, _known))
