"""Who stands on either side of a claim: links and independent origins, in words and as marks."""

from briefbook.analysis.origins import Side
from briefbook.pages.row import SideMark
from briefbook.pages.tongue import Tongue


def sides_summary(side: Side, tongue: Tongue) -> str:
    """“12 links, 2 independent origins”; “nothing” where there is none."""
    if not side.links:
        return tongue.say("nothing")
    links = tongue.counted("%(num)s link", "%(num)s links", len(side.links))
    origins = tongue.counted(
        "%(num)s independent origin", "%(num)s independent origins", len(side.origins)
    )
    return tongue.say("%(links)s, %(origins)s", links=links, origins=origins)


def side_marks(supports: Side, disputes: Side, tongue: Tongue) -> list[SideMark]:
    """“2 independent origins” as discs, the other links as ticks, for both sides."""
    return [
        _side_mark(tongue.say("for it: %(what)s", what=sides_summary(supports, tongue)), supports),
        _side_mark(
            tongue.say("against it: %(what)s", what=sides_summary(disputes, tongue)), disputes
        ),
    ]


def _side_mark(words: str, side: Side) -> SideMark:
    return SideMark(len(side.origins), max(0, len(side.links) - len(side.origins)), words)
