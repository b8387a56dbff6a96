"""What refers to a source, an entity or a topic: records of briefs, grouped by brief."""

from dataclasses import dataclass

from briefbook.corpus import Target
from briefbook.model import Claim, Judgment, Question
from briefbook.model.barrier import Barrier
from briefbook.pages.blocks.claim import said_by
from briefbook.pages.blocks.context import Context, Link


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that refers to something: a link with its whole statement, and a mark."""

    link: Link
    said: str
    kind: str
    verdict: str


@dataclass(frozen=True, slots=True)
class BriefMentions:
    """All mentions in one brief."""

    brief: Link
    mentions: list[Mention]


def mentions(target: Target, context: Context) -> list[BriefMentions]:
    """Records that refer to a target, in the order of briefs and of their records."""
    groups: dict[str, dict[str, None]] = {}
    for link in context.edition.corpus.links.to(target):
        if link.brief in context.edition.briefs:
            groups.setdefault(link.brief, {})[link.record] = None
    return [
        BriefMentions(
            context.brief_link(brief),
            [found for name in names if (found := mention(brief, name, context))],
        )
        for brief, names in sorted(groups.items())
    ]


def mention(brief: str, name: str, context: Context) -> Mention | None:
    """One record with its statement; None for records that have none (events, relations)."""
    record = context.edition.records.get(Target("record", name, brief))
    url = context.url(f"briefings/{brief}/#{name}")
    match record:
        case Claim():
            said, statement = said_by(record, context.inside(brief))
            return Mention(Link(url, statement), said, "claim", record.verdict)
        case Judgment() | Barrier():
            kind = type(record).__name__.lower()
            return Mention(Link(url, record.statement), "", kind, "")
        case Question():
            return Mention(Link(url, record.question), "", "question", "")
        case _:
            return None
