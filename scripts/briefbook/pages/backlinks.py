"""What refers to a source, an entity or a topic: records of briefs, grouped by brief."""

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


def backlinks_of(target: Target, context: Context) -> list[BriefBacklinks]:
    """Records that refer to a target, in the order of briefs and of their records."""
    groups: dict[str, dict[str, None]] = {}
    for link in context.edition.corpus.links.to(target):
        if link.brief in context.edition.briefs:
            groups.setdefault(link.brief, {})[link.record] = None
    source = target.id if target.role == "source" else ""
    return [
        BriefBacklinks(
            context.brief_link(brief),
            [found for name in names if (found := backlink(brief, name, context, source))],
        )
        for brief, names in sorted(groups.items())
    ]


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
