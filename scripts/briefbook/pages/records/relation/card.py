"""How one actor stands to another, as a line of a list and as a line of a picture."""

from dataclasses import dataclass

from briefbook.model.relation import Relation
from briefbook.pages.context import Context, Link


@dataclass(frozen=True, slots=True)
class RelationView:
    """One relation; `object` is absent where the other has no page, then `name` names it."""

    subject: Link
    relation: str
    object: Link | None
    name: str
    when: str
    sources: list[Link]


def relation_view(item: Relation, context: Context) -> RelationView:
    """Compute one relation."""
    return RelationView(
        subject=context.entity(item.subject),
        relation=item.relation,
        object=context.entity(item.object.entity) if item.object.entity else None,
        name=item.object.name or "",
        when=context.when(item.when),
        sources=[context.source(name) for name in item.sources],
    )
