"""What refers to a source, an entity or a topic: records of briefs, grouped by brief."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefbook.analysis.edition import Edition
from briefbook.analysis.origins import links_of
from briefbook.analysis.remembered import Kept
from briefbook.corpus import Target
from briefbook.model import Claim, Stance
from briefbook.model.event import Event
from briefbook.model.record_types import record_type_of
from briefbook.pages.context import Context, Link
from briefbook.pages.evidence import stance_words
from briefbook.text.listing import lower_first


@dataclass(frozen=True, slots=True)
class Backlink:
    """A record that refers to something: a link with its whole statement, and a mark.

    `stance` says for a source on which side a claim cites it.
    """

    target: Target
    link: Link
    lead_in: str
    kind: str
    verdict: str
    stance: str = ""


@dataclass(frozen=True, slots=True)
class BriefBacklinks:
    """All mentions in one brief."""

    brief: Link
    mentions: list[Backlink]


MOST = 120
"""Records on one page that refer to something, about; a search finds the others."""
Referring = Mapping[str, Sequence[str]]
"""For each brief the ids of records."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Records by brief, the newest first; `total` is their number if only the newest are here,
    else 0."""

    groups: list[BriefBacklinks]
    total: int = 0


def referring_to(target: Target, edition: Edition) -> Referring:
    """The records of briefs that refer to a target, each once."""
    found: dict[str, dict[str, None]] = {}
    for link in edition.corpus.links.to(target):
        if link.brief in edition.briefs:
            found.setdefault(link.brief, {})[link.record] = None
    return {brief: [*names] for brief, names in found.items()}


def mentions_of(referring: Referring, context: Context, source: str = "") -> Mentions:
    """These records as links with what they say, those of the newest briefs first; of many the
    newest. `source` is what they cite, if it is one."""
    briefs = sorted(referring, key=lambda brief: (context.edition.age(brief), brief))
    shown = [*_newest(briefs, referring)]
    groups = [
        BriefBacklinks(
            context.brief_link(brief),
            [found for one in referring[brief] if (found := backlink(brief, one, context, source))],
        )
        for brief in shown
    ]
    total = sum(map(len, referring.values())) if len(shown) < len(briefs) else 0
    return Mentions(groups, total)


def _newest(briefs: Sequence[str], referring: Referring) -> Iterator[str]:
    taken = 0
    for brief in briefs:
        if taken >= MOST:
            return
        taken += max(1, len(referring[brief]))
        yield brief


def backlink(brief: str, name: str, context: Context, source: str = "") -> Backlink | None:
    """One record with its statement; None for what has none here."""
    known = context.edition.kept(BACKLINK, brief, name, source)
    if not known:
        return None
    statement, lead_in, lang, kind, verdict, stance = known.split(_BETWEEN)
    link = Link(context.url(f"briefings/{brief}/#{name}"), statement, lang=lang or None)
    return Backlink(Target("record", name, brief), link, lead_in, kind, verdict, stance)


_BETWEEN = "\x1f"
"""Parts what is kept of a backlink; no text of a brief can hold it."""


def _made(edition: Edition, name: tuple[str, ...]) -> str:
    """What a backlink says, by the record's brief and id, and the source that it is about."""
    brief, record_id, source = name
    target = Target("record", record_id, brief)
    record = edition.records.get(target)
    if record is None or isinstance(record, Event):
        return ""  # events stand in a list of their own
    context = Context(edition, "", brief)
    gone = edition.is_withdrawn(target)
    verdict = stance = ""
    if isinstance(record, Claim):
        lead_in, statement = context.with_lead_in(record)
        verdict = "" if gone else record.verdict
        stance = _stances(record, source, context) if source else ""
    else:
        lead_in, statement = context.withdrawn if gone else "", context.statement(record)
    kind = record_type_of(record).noun
    return _BETWEEN.join((statement, lead_in, context.lang or "", kind, verdict, stance))


BACKLINK = Kept("backlink", _made)


def _stances(claim: Claim, source: str, context: Context) -> str:
    """On which sides a claim cites a source: “for it”, “against it” …"""
    found = {item.stance: item for item in claim.evidence if source in links_of(item)}
    say = context.locale.say
    words = {Stance.supports: say("cited for it"), Stance.disputes: say("cited against it")}
    return context.locale.joined(
        [
            words.get(stance) or lower_first(stance_words(item, context))
            for stance, item in found.items()
        ]
    )
