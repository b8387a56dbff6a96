"""REF018 names-itself: a record, or an item of evidence, that refers to itself."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Route, Severity
from briefbook.model import Claim, Judgment, Question
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("REF018", "names-itself", Severity.warning)
_FIELDS = ("part_of", "contradicts", "bears_on", "judged_in", "limited_by")
"""Fields that name other records, but for those of which circles have a rule of their own."""


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether a field names the record that it stands in, or an item its own source again."""
    own = (placed.id, f"{placed.brief_id}#{placed.id}")
    for name in _FIELDS:
        value = getattr(placed.record, name, ())
        for index, one in enumerate((value,) if isinstance(value, str) else value or ()):
            if one in own:
                steps: Route = (name,) if isinstance(value, str) else (name, index)
                yield Finding(
                    KIND,
                    f"“{placed.id}” names itself under `{name}`.",
                    placed.place(*steps),
                    "Name the other record that is meant, or take the line out.",
                )
    for steps, item in placed.evidence():
        if item.via == item.source:
            yield _twice(placed, item.source, (*steps, "via"), "read through itself")
        for index, one in enumerate(item.also_in):
            if one == item.source:
                yield _twice(placed, one, (*steps, "also_in", index), "repeated by itself")


def _twice(placed: Placed[Identified], source: str, steps: Route, said: str) -> Finding:
    return Finding(
        KIND,
        f"“{source}” would be {said}.",
        placed.place(*steps),
        "Name the copy, or the text that repeats it, by an id of its own; or take it out.",
    )


RULE = Rule(KIND, __name__, each(Claim, Judgment, Question, Barrier)(check))
