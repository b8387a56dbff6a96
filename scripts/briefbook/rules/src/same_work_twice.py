"""SRC007 same-work-twice: two sources with the same address or DOI."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefbook.analysis.edition import Edition
from briefbook.analysis.mirrors import archived_original
from briefbook.analysis.same_work import identifier, normal_url
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Label, Route, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_records, where_there_are

KIND = Kind("SRC007", "same-work-twice", Severity.warning)


def check(edition: Edition) -> Iterator[Finding]:
    """Each source whose address or DOI an earlier one has, at the later one.

    Spared is one that derives from the other: then it is said to be another version.
    """
    first: dict[str, tuple[Placed[Source], Route]] = {}
    for placed in current_records(edition, Source):
        marks = list(_marks(placed.record))
        for mark in marks:
            same = [first[key] for key in mark.sought if key in first]
            other = next((one for one in same if not _derived(placed, one[0])), None)
            if other:
                yield _finding(placed, mark.steps, *other)
                break
        for mark in marks:
            for key in mark.own:
                first.setdefault(key, (placed, mark.steps))


def _finding(placed: Placed[Source], steps: Route, known: Placed[Source], where: Route) -> Finding:
    return Finding(
        KIND,
        f"“{placed.id}” and “{known.id}” are the same work.",
        placed.place(*steps),
        f"Keep one of the two and refer to it everywhere, or name it under "
        f"`derives_from` if “{placed.id}” is another version.",
        (Label(known.place(*where), "the other one"),),
    )


def _derived(placed: Placed[Source], other: Placed[Source]) -> bool:
    return any(item.id == other.id for item in placed.record.derives_from) or any(
        item.id == placed.id for item in other.record.derives_from
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """By which keys a source is found, which it looks for, and the field that gives them."""

    steps: Route
    own: tuple[str, ...]
    sought: tuple[str, ...]


def _marks(source: Source) -> Iterator[_Mark]:
    if source.doi:
        key = f"doi:{identifier(source.doi)}"
        yield _Mark(("doi",), (key,), (key,))
    url, field = source.url or source.archived_url, "url" if source.url else "archived_url"
    if not url:
        return
    key, original = normal_url(url), archived_original(url)
    if original is None:
        yield _Mark((field,), (key,), (key, f"copy of {key}"))
    else:
        # Two copies of one page may be two versions; a copy and the page are one work.
        of = normal_url(original)
        yield _Mark((field,), (key, f"copy of {of}"), (key, of))


RULE = Rule(KIND, __name__, where_there_are(Source)(check))
