"""What a brief hangs on: each thing that could fall, and what of the brief would fall or shake with
it. What would fall elsewhere is counted; the page of what falls lists it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefbook.analysis.brief_linchpins import ranked
from briefbook.analysis.edition import Edition
from briefbook.analysis.linchpins import Cause, Effect
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
    """One linchpin: what it is, the records of this brief that hang on it, how many these are, and
    how many of other briefs there are."""

    rank: int
    kind: str
    link: Link
    detail: str
    unsupported: list[Link]
    shaken: list[Link]
    numbers: tuple[int, int]
    elsewhere: tuple[int, int]


def _falls(edition: Edition, name: tuple[str, ...]) -> str:
    """How many records would lose their support, and be weakened, in all briefs."""
    kind, *target = name
    effect = edition.linchpins.if_falls(Cause(kind, Target(*target)))
    return f"{len(effect.unsupported)} {len(effect.shaken)}"


FALLS = Kept("falls", _falls)
"""By the kind of a cause, and the role, id and brief of what falls."""


def linchpin_views(brief: Brief, context: Context) -> list[LinchpinView]:
    """The twenty weightiest, so that a template can fold all but the first."""
    effects = ranked(context.edition.linchpins, context.brief, brief)
    return [_view(rank, effect, context) for rank, effect in enumerate(effects[:PRINTED], 1)]


def _view(rank: int, effect: Effect, context: Context) -> LinchpinView:
    kind, target = effect.cause
    everywhere = context.edition.kept(FALLS, kind, *target).split()
    numbers = len(effect.unsupported), len(effect.shaken)
    match kind:
        case "source":
            link = context.source(target.id)
        case "origin":
            link = context.origin(target.id)
        case _:
            link = context.record(target.id)
    return LinchpinView(
        rank=rank,
        kind=kind,
        link=link,
        detail=_detail(kind, target.id, context),
        unsupported=_own_links(effect.unsupported, context),
        shaken=_own_links(effect.shaken, context),
        numbers=numbers,
        elsewhere=(int(everywhere[0]) - numbers[0], int(everywhere[1]) - numbers[1]),
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
