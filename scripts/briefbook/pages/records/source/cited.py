"""The sources that a brief names, wherever it does."""

from collections.abc import Collection

from briefbook.model import Brief
from briefbook.model.leaves import with_names


def cited(brief: Brief, known: Collection[str]) -> list[str]:
    """Every source that the brief names, in the order of first mention: under evidence, outcomes,
    indicators, events, relations, in texts and matrices.

    Where a source or something else may be named, it counts if it is `known` as a source.
    """
    found: dict[str, None] = {}

    def note(roles: tuple[str, ...], name: str) -> str:
        if "source" in roles and (len(roles) == 1 or name in known):
            found[name] = None
        return name

    with_names(brief, note)
    found.update(dict.fromkeys(source.id for source in brief.sources))
    return list(found)
