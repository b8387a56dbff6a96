"""Who stands on either side of a claim: links and independent origins, in words and as marks."""

from briefbook.analysis.origins import Side
from briefbook.pages.localisation import Locale
from briefbook.pages.row import SideMark


def sides_summary(side: Side, locale: Locale) -> str:
    """“12 links, 2 independent origins”; “nothing” where there is none."""
    if not side.links:
        return locale.say("nothing")
    links = locale.counted("%(num)s link", "%(num)s links", len(side.links))
    origins = locale.counted(
        "%(num)s independent origin", "%(num)s independent origins", len(side.origins)
    )
    return locale.say("%(links)s, %(origins)s", links=links, origins=origins)


def side_marks(supports: Side, disputes: Side, locale: Locale) -> list[SideMark]:
    """“2 independent origins” as discs, the other links as ticks, for both sides."""
    return [
        _side_mark(locale.say("for it: %(what)s", what=sides_summary(supports, locale)), supports),
        _side_mark(
            locale.say("against it: %(what)s", what=sides_summary(disputes, locale)), disputes
        ),
    ]


def _side_mark(words: str, side: Side) -> SideMark:
    return SideMark(len(side.origins), max(0, len(side.links) - len(side.origins)), words)
