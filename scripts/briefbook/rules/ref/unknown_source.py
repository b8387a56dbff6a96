"""REF001 unknown-source: a source id that neither the library nor the brief defines."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.model.scalars import is_id
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling

KIND = Kind("REF001", "unknown-source")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    message = f"There is no source “{name}”."
    if is_id(name):
        return message, "Add it to briefings/_library/sources/, or to `sources:` of this brief."
    if meant := corpus.known_as.get(name.casefold()):
        return message, f"That is “{meant}” here: write [@{meant}]."
    return (
        message,
        "A source is named by its id, of small letters a–z, digits and hyphens, such as "
        "[@smith-2020]: write the id, or add the source.",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return corpus.links.ids_by_role["source"] | corpus.links.own_sources.get(
        link.brief, frozenset()
    )


RULE = Rule(KIND, __name__, dangling(KIND, ("source",), _describe, _known))
