"""How much of its sources a brief's authors have read."""

from collections import Counter

from briefbook.model import Brief
from briefbook.model.source import Seen
from briefbook.pages.context import Context
from briefbook.pages.records.source.cited import cited


def sources_read(brief: Brief, context: Context) -> str:
    """“130 sources: 60 read whole, 41 in part, 12 through copies, 9 not read”; nothing
    where there are none.

    One of which nobody said how much was read is in the number alone.
    """
    names = cited(brief, context.edition.sources)
    if not names:
        return ""
    known = (context.edition.sources.get(name) for name in names)
    read = Counter(source.seen for source in known if source and source.seen)
    locale = context.locale
    parts = [
        (locale.say("read whole"), read[Seen.whole]),
        (locale.say("in part"), read[Seen.opening]),
        (locale.say("through copies"), read[Seen.through_copies]),
        (locale.say("not read"), read[Seen.not_seen]),
    ]
    said = [f"{locale.number(many)} {words}" for words, many in parts if many]
    whole = locale.counted("%(num)s source", "%(num)s sources", len(names))
    return (
        locale.say("%(sources)s: %(read)s", sources=whole, read=", ".join(said)) if said else whole
    )
