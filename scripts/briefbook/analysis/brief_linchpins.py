"""The linchpins of one brief: what it hangs on, those first on which most of it does.

Worked out among its records and what they lean on, so that it takes no longer in a large archive.
"""

from collections.abc import Iterator

from briefbook.analysis.deciding_evidence import carriers
from briefbook.analysis.fall import Cause, Effect
from briefbook.analysis.linchpins import Linchpins
from briefbook.analysis.origins import Origins
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.model.standing import not_withdrawn

_MOST = 1_000
"""Records of one brief that are ranked; a chain of more would make the work quadratic."""


def ranked(linchpins: Linchpins, name: str, brief: Brief) -> tuple[Effect, ...]:
    """The causes that have an effect in a brief, the weightiest first, with what becomes of its
    own records.

    An origin with whom nothing falls but what falls with one of its documents is named once, as
    that document.
    """
    records = (*brief.claims, *brief.judgments, *brief.barriers)
    around = linchpins.behind(Target("record", one.id, name) for one in records)
    causes = _causes(linchpins.library, name, brief)
    found = [around.if_falls(cause).within(name) for cause in causes]
    of_sources = {one.lists for one in found if one.cause.kind == "source"}
    found = [
        one for one in found
        if one.harms and not (one.cause.kind == "origin" and one.lists in of_sources)
    ]  # fmt: skip
    found.sort(key=lambda one: (-one.falling, -len(one.shaken), one.cause))
    return tuple(found)


def _causes(library: Origins, name: str, brief: Brief) -> Iterator[Cause]:
    carried = (
        carriers(record, library.sources, brief)
        for record in not_withdrawn((*brief.claims, *brief.barriers), brief)
    )
    items = [item for sides in carried for side in sides for item in side.items]
    sources = dict.fromkeys(one for item in items for one in _ancestors(library, item.source))
    sources.update(dict.fromkeys(item.via for item in items if item.via))
    for source in sources:
        yield Cause("source", Target("source", source))
    for origin in dict.fromkeys(one for item in items for one in library.of_item(item)):
        roots = library.of_publisher.get(origin, (origin,))
        if len([root for root in roots if root in sources]) != 1:
            yield Cause("origin", Target("origin", origin))
    for record in not_withdrawn((*brief.assumptions, *brief.claims), brief)[:_MOST]:
        yield Cause("record", Target("record", record.id, name))


def _ancestors(library: Origins, source: str) -> Iterator[str]:
    seen = {source: None}
    waiting = [source]
    while waiting:
        name = waiting.pop()
        yield name
        for parent in library.parents(name):
            if parent not in seen:
                seen[parent] = None
                waiting.append(parent)
