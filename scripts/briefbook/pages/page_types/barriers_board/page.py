"""What stands in the way: between whom, of what kind, and what of it is in force today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import in_force
from briefbook.corpus import Target
from briefbook.model.barrier import Barrier
from briefbook.pages import Page, Part, in_parts
from briefbook.pages.context import Context, Link
from briefbook.pages.environment import render
from briefbook.pages.facet_choices import browse_choices
from briefbook.pages.kept_lists import ListedBarrier, listed_barriers
from briefbook.pages.paging import Slice, paged
from briefbook.pages.records.barrier.card import BarrierView, barrier_view

SIZE = 80
DRAWN = 12
"""Groups of actors in the matrix: those between whom most stands; a list has the others."""


def parts_of(edition: Edition) -> Iterator[Part]:
    """Grouped by the actors between whom they stand; those no longer in force come last."""
    everything = sorted(
        listed_barriers(edition),
        key=lambda one: (
            not in_force(one.in_force, edition.today), _names(one.between, edition), one.kind,
            one.target.brief, one.target.id,
        ),
    )  # fmt: skip
    targets = [one.target for one in everything]
    parts = list(paged("barriers/", targets, SIZE))
    for part in parts:
        yield Part(
            part.address, (part, _cells(everything, parts, edition) if part.is_first else ())
        )


def page_of(edition: Edition, about: Part) -> Page:
    """One page of it."""
    part, cells = about.given
    context = Context(edition, part.address)
    say = context.locale.say
    groups: dict[tuple[bool, str], tuple[str, list[Link], str, list[BarrierView]]] = {}
    for target in part.items:
        item = edition.records.get(target)
        if not isinstance(item, Barrier):
            continue
        ended = not in_force(item.in_force, edition.today)
        view = barrier_view(item, context.inside(target.brief))
        key = (ended, _anchor(item.between, ended))
        names = context.locale.joined(list(_names(item.between, edition)))
        groups.setdefault(key, (key[1], view.between, names, []))[3].append(view)
    markdown = render(
        "page_types/barriers_board/template.md.j2",
        context,
        title=say("Barriers"),
        description=say("What stands in the way: sanctions, distrust, technology and more."),
        groups=list(groups.values()),
        ended=[anchor for (over, anchor) in groups if over],
        matrix=_matrix(cells, context),
        choices=list(browse_choices("barrier", ("status", "topic"), context))
        if part.is_first
        else [],
        part=part,
    )
    return Page(part.address, say("Barriers"), markdown)


def _names(between: Sequence[str], edition: Edition) -> tuple[str, ...]:
    return tuple(sorted(edition.entities[n].name if n in edition.entities else n for n in between))


def _anchor(between: Sequence[str], ended: bool = False) -> str:
    """Where the group of a barrier's actors stands: their ids in order."""
    names = "-and-".join(sorted(between)) or "nobody"
    return f"between-{names}" + ("-ended" if ended else "")


Cell = tuple[str, tuple[str, ...], str, int, str]
"""The anchor of a group, between whom, a kind, how many of it are in force, where they begin."""


def _cells(
    everything: Sequence[ListedBarrier], parts: Sequence[Slice[Target]], edition: Edition
) -> tuple[Cell, ...]:
    """Pairs of actors against kinds, with the number in force today and where they stand."""
    pages = {target: part.address for part in parts for target in part.items}
    found: dict[tuple[str, str], Cell] = {}
    for one in everything:
        if in_force(one.in_force, edition.today):
            anchor = _anchor(one.between)
            first = (anchor, one.between, one.kind, 0, pages[one.target])
            *same, many, begins = found.get((anchor, one.kind), first)
            found[anchor, one.kind] = (*same, many + 1, begins)  # type: ignore[assignment]
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Kinds as columns; rows with the actors, and how many of each kind stand between them and
    where; how many groups of actors it leaves out."""

    kinds: list[str]
    rows: list[tuple[list[Link], list[tuple[int, str]]]]
    others: int


def _matrix(cells: Sequence[Cell], context: Context) -> _Matrix | None:
    rows: dict[str, dict[str, tuple[int, str]]] = {}
    between: dict[str, list[Link]] = {}
    kinds: dict[str, int] = {}
    for anchor, names, kind, many, page in cells:
        rows.setdefault(anchor, {})[kind] = (many, context.url(f"{page}#{anchor}"))
        between.setdefault(anchor, [context.entity(one) for one in names])
        kinds[kind] = kinds.get(kind, 0) + many
    if len(rows) < 2:
        return None
    columns = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    total = {anchor: sum(many for many, _ in row.values()) for anchor, row in rows.items()}
    most = set(nlargest(DRAWN, total, key=lambda anchor: total[anchor]))
    return _Matrix(
        [context.locale.title("field", kind) for kind in columns],
        [
            (between[anchor], [row.get(kind, (0, "")) for kind in columns])
            for anchor, row in rows.items()
            if anchor in most
        ],
        len(rows) - len(most),
    )


PAGES = in_parts("barriers_board", parts_of, page_of)
