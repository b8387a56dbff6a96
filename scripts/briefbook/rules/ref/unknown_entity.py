"""REF002 unknown-entity: an entity id that the library does not define."""

from collections.abc import Iterable

from briefbook.corpus import Corpus, Link
from briefbook.findings import Kind
from briefbook.model.entity import EntityKind
from briefbook.rules import Rule
from briefbook.rules.ref.dangling import dangling
from briefbook.text.listing import either

_KINDS = [kind.value for kind in EntityKind]
KIND = Kind("REF002", "unknown-entity")


def _describe(name: str, corpus: Corpus) -> tuple[str, str]:
    return (
        f"There is no entity “{name}”.",
        f"Add a line to briefings/_library/entities.yml: - {{id: {name}, name: …, kind: …}}, with "
        f"the name in full and one of the kinds {either(_KINDS)}. Where somebody is named only "
        "here, write {name: …} instead of the id.",
    )


def _known(corpus: Corpus, link: Link) -> Iterable[str]:
    return corpus.links.ids_by_role["entity"]


RULE = Rule(KIND, __name__, dangling(KIND, ("entity",), _describe, _known))
