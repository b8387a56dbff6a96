"""What stands in the way: between whom, of what kind, and what of it is in force today."""

from collections.abc import Iterator, Sequence

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import in_force
from briefbook.model.barrier import Barrier
from briefbook.model.standing import not_withdrawn
from briefbook.pages import Page, PageType
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.paging import Slice, paged
from briefbook.pages.records.barrier.card import BarrierView, barrier_view

SIZE = 80
BarrierOfBrief = tuple[str, Barrier]


def build(edition: Edition) -> Iterator[Page]:
    """Grouped by the actors between whom they stand; those no longer in force come last."""
    everything = sorted(
        (
            (name, item)
            for name, brief in edition.briefs.items()
            for item in not_withdrawn(brief.barriers, brief)
        ),
        key=lambda pair: (
            not in_force(pair[1].in_force, edition.today), _names(pair[1], edition),
            pair[1].kind, pair[0], pair[1].id,
        ),
    )  # fmt: skip
    parts = list(paged("barriers/", everything, SIZE))
    for part in parts:
        yield _page(edition, part, everything, parts)


def _page(
    edition: Edition, part: Slice[BarrierOfBrief], everything: Sequence[BarrierOfBrief],
    parts: Sequence[Slice[BarrierOfBrief]],
) -> Page:  # fmt: skip
    context = Context(edition, part.address)
    say = context.locale.say
    groups: dict[tuple[bool, str], tuple[str, list[Link], str, list[BarrierView]]] = {}
    for name, item in part.items:
        ended = not in_force(item.in_force, edition.today)
        view = barrier_view(item, context.inside(name))
        key = (ended, _anchor(item, ended))
        names = context.locale.joined(list(_names(item, edition)))
        groups.setdefault(key, (key[1], view.between, names, []))[3].append(view)
    markdown = render(
        "page_types/barriers_board/template.md.j2",
        context,
        title=say("Barriers"),
        description=say("What stands in the way: sanctions, distrust, technology and more."),
        groups=list(groups.values()),
        ended=[anchor for (over, anchor) in groups if over],
        matrix=_matrix(everything, parts, context) if part.is_first else None,
        choices=list(browse_choices("barrier", ("status", "topic"), context))
        if part.is_first
        else [],
        part=part,
    )
    return Page(part.address, say("Barriers"), markdown)


def _names(barrier: Barrier, edition: Edition) -> tuple[str, ...]:
    return tuple(
        sorted(edition.entities[n].name if n in edition.entities else n for n in barrier.between)
    )


def _anchor(barrier: Barrier, ended: bool = False) -> str:
    """Where the group of a barrier's actors stands: their ids in order."""
    names = "-and-".join(sorted(barrier.between)) or "nobody"
    return f"between-{names}" + ("-ended" if ended else "")


def _matrix(
    everything: Sequence[BarrierOfBrief], parts: Sequence[Slice[BarrierOfBrief]], context: Context
) -> tuple[list[str], list[tuple[list[Link], list[tuple[int, str]]]]] | None:
    """Pairs of actors against kinds, with the number in force today and where they stand."""
    edition = context.edition
    pages = {(name, item.id): part.address for part in parts for name, item in part.items}
    cells: dict[str, dict[str, tuple[int, str]]] = {}
    between: dict[str, list[Link]] = {}
    kinds: dict[str, int] = {}
    for name, item in everything:
        if not in_force(item.in_force, edition.today):
            continue
        anchor = _anchor(item)
        row = cells.setdefault(anchor, {})
        between.setdefault(anchor, [context.entity(one) for one in item.between])
        url = context.url(f"{pages[name, item.id]}#{anchor}")
        many, first = row.get(item.kind, (0, url))
        row[item.kind] = (many + 1, first)
        kinds[item.kind] = kinds.get(item.kind, 0) + 1
    if len(cells) < 2:
        return None
    columns = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    titles = [context.locale.title("field", kind) for kind in columns]
    rows = [
        (between[anchor], [row.get(kind, (0, "")) for kind in columns])
        for anchor, row in cells.items()
    ]
    return titles, rows


PAGES = PageType("barriers_board", build)
