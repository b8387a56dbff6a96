"""SRC007 same-work-twice: two sources with the same address or DOI."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.same_work import canonical, identifier
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Label, Route, Severity
from briefbook.model import Source
from briefbook.rules import Rule, standing, whole

KIND = Kind("SRC007", "same-work-twice", Severity.warning)


def check(edition: Edition) -> Iterator[Finding]:
    """Each source whose address or DOI an earlier one has, at the later one."""
    first: dict[str, tuple[Placed[Source], Route]] = {}
    for at in standing(edition, Source):
        for mark, steps in _marks(at.record):
            known, where = first.setdefault(mark, (at, steps))
            if known is not at:
                yield Finding(
                    KIND,
                    f"“{at.id}” and “{known.id}” are the same work.",
                    at.place(*steps),
                    f"Keep one of the two and refer to it everywhere, or name it under "
                    f"`derives_from` if “{at.id}” is another version.",
                    (Label(known.place(*where), "the other one"),),
                )
                break


def _marks(source: Source) -> Iterator[tuple[str, Route]]:
    if source.doi:
        yield f"doi {identifier(source.doi)}", ("doi",)
    if source.url:
        yield f"url {canonical(source.url)}", ("url",)


RULE = Rule(KIND, __name__, whole(check))
