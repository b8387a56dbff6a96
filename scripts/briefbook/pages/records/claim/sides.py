"""Who stands on either side of a claim: links and independent origins, in words and as marks."""

from briefbook.analysis.sides import CountedSide, Sides
from briefbook.pages.localisation import Locale
from briefbook.pages.row import SideMark


def sides_summary(side: CountedSide, locale: Locale) -> str:
    """“12 links, 2 independent origins”, with the institutions where these are fewer; “nothing”
    where there is none."""
    if not side.links:
        return locale.say("nothing")
    links = locale.counted("%(num)s link", "%(num)s links", side.links)
    if side.institutions < side.origins:
        return locale.say(
            "%(links)s, %(origins)s, %(institutions)s",
            links=links,
            origins=locale.counted("%(num)s origin", "%(num)s origins", side.origins),
            institutions=locale.counted(
                "%(num)s institution", "%(num)s institutions", side.institutions
            ),
        )
    origins = locale.counted(
        "%(num)s independent origin", "%(num)s independent origins", side.origins
    )
    return locale.say("%(links)s, %(origins)s", links=links, origins=origins)


def since_summary(since: Sides, locale: Locale) -> str:
    """“for it: 3 links, 1 independent origin” of what came later; nothing of what counts on no
    side."""
    said = [
        locale.say(text, what=sides_summary(side, locale))
        for text, side in (("for it: %(what)s", since.supports),
                           ("against it: %(what)s", since.disputes))
        if side.links
    ]  # fmt: skip
    return "; ".join(said)


def side_marks(sides: Sides, locale: Locale) -> list[SideMark]:
    """“2 independent origins” as discs, the other links as ticks, for both sides."""
    pro, con = sides_summary(sides.supports, locale), sides_summary(sides.disputes, locale)
    return [
        _side_mark(locale.say("for it: %(what)s", what=pro), sides.supports),
        _side_mark(locale.say("against it: %(what)s", what=con), sides.disputes),
    ]


def _side_mark(words: str, side: CountedSide) -> SideMark:
    return SideMark(side.origins, max(0, side.links - side.origins), words)
