"""What somebody is whom a brief only names: as the library knows a bearer of that very name."""

from collections.abc import Iterable, Mapping

from briefbook.model import Entity, Source
from briefbook.model.entity import EntityKind


def name_kinds(entities: Iterable[Entity], sources: Iterable[Source]) -> Mapping[str, EntityKind]:
    """Kinds by casefolded name: of entities and their aliases, and publishers of sources.

    A name that entities of several kinds bear is left out: it does not tell which one is meant.
    """
    found: dict[str, set[EntityKind]] = {}
    for entity in entities:
        for name in (entity.name, *(alias.name for alias in entity.aliases)):
            found.setdefault(name.casefold(), set()).add(entity.kind)
    for source in sources:
        if source.publisher:
            found.setdefault(source.publisher.casefold(), {EntityKind.organization})
    return {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}
