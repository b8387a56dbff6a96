"""What a brief hangs on: each thing that could fall, and what of the brief would fall or shake with
it. What would fall elsewhere is counted; the page of what falls lists it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefbook.analysis.brief_linchpins import ranked
from briefbook.analysis.edition import Edition
from briefbook.analysis.fall import Cause, Effect
from briefbook.analysis.remembered import Kept
from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.pages.context import Context, Link
from briefbook.text.bidi import isolated

SHOWN, PRINTED = 7, 20
"""Linchpins of a brief that are unfolded, and that are printed at all."""
LISTED = 40
"""Records that are listed under each."""


@dataclass(frozen=True, slots=True)
class LinchpinView:
    """One linchpin: what it is, the records of this brief by what becomes of them (unsupported,
    undisputed, shaken, strengthened), how many these are, and how many of other briefs."""

    rank: int
    kind: str
    link: Link
    detail: str
    lists: list[list[Link]]
    numbers: list[int]
    elsewhere: list[int]


def _falls(edition: Edition, name: tuple[str, ...]) -> str:
    """How many records of all briefs would come to what."""
    kind, *target = name
    effect = edition.linchpins.if_falls(Cause(kind, Target(*target)))
    return " ".join(str(len(targets)) for targets in effect.lists)


FALLS = Kept("falls", _falls)
"""By the kind of a cause, and the role, id and brief of what falls."""


def linchpin_views(brief: Brief, context: Context) -> list[LinchpinView]:
    """The twenty weightiest, so that a template can fold all but the first."""
    effects = ranked(context.edition.linchpins, context.brief, brief)
    return [_view(rank, effect, context) for rank, effect in enumerate(effects[:PRINTED], 1)]


def _view(rank: int, effect: Effect, context: Context) -> LinchpinView:
    kind, target = effect.cause
    everywhere = context.edition.kept(FALLS, kind, *target).split()
    numbers = [len(targets) for targets in effect.lists]
    match kind:
        case "source":
            link = context.source(target.id)
        case "origin":
            link = context.origin(target.id)
        case _:
            link = context.record(target.id)
    return LinchpinView(
        rank=rank,
        kind="publisher" if target.id in context.edition.origins.of_publisher else kind,
        link=link,
        detail=_detail(kind, target.id, context),
        lists=[_own_links(targets, context) for targets in effect.lists],
        numbers=numbers,
        elsewhere=[int(all_) - own for all_, own in zip(everywhere, numbers, strict=True)],
    )


def _detail(kind: str, name: str, context: Context) -> str:
    """What tells one article of a publisher from the next: its title and day."""
    source = context.edition.sources.get(name)
    if source is None or kind == "record" or name in context.edition.entities:
        return ""
    parts = [
        f"“{isolated(source.translated_title or source.title)}”",
        context.when(source.published),
    ]
    return ", ".join(part for part in parts if part)


def _own_links(targets: Sequence[Target], context: Context) -> list[Link]:
    """Links on the page itself, where the whole statement stands."""
    return [replace(link, title="") for link in record_links(targets[:LISTED], context)]


def record_links(targets: Iterable[Target], context: Context) -> list[Link]:
    """Links to records of this brief and of others."""
    return [context.target(target) for target in targets]
