"""What differs between the evidence of two states of a record."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Detail
from briefbook.corpus import Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.match import match
from briefbook.model import Evidence, Record

_KINDS = {
    "stance": ChangeKind.stance_changed,
    "credibility": ChangeKind.credibility_changed,
    "quote": ChangeKind.quotation_changed,
}
Numbered = tuple[int, Evidence]


def of_evidence(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record], field: str,
    old: Sequence[Evidence], new: Sequence[Evidence],
) -> Iterator[Change]:  # fmt: skip
    """Items added, removed and changed; an item is told by its source and the copy read."""
    pairs = match(
        list(enumerate(old)), list(enumerate(new)),
        lambda item: (item[1].source, item[1].via), lambda item: item[1],
    )  # fmt: skip
    for one, other in pairs:
        if one is not None and other is not None:
            yield from _of_item(sides, before, after, field, one, other)
        elif one is not None:
            place, said = f"{field}.{one[0]}", sides.words_before.evidence(one[1])
            holds = sides.held(one[1], field=place, gone=True)
            yield sides.change(ChangeKind.evidence_removed, before, None, place, said, None, holds)
        elif other is not None:
            place, said = f"{field}.{other[0]}", sides.words_after.evidence(other[1])
            holds = sides.held(other[1], field=place)
            yield sides.change(ChangeKind.evidence_added, None, after, place, None, said, holds)


def _of_item(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record], field: str,
    one: Numbered, other: Numbered,
) -> Iterator[Change]:  # fmt: skip
    place = f"{field}.{other[0]}"
    which = Detail(place, None, sides.words_after.evidence(other[1]))
    for name in Evidence.model_fields:
        kind = _KINDS.get(name, ChangeKind.evidence_changed)
        was, now = getattr(one[1], name), getattr(other[1], name)
        for change in sides.differ(kind, before, after, f"{place}.{name}", was, now):
            yield replace(change, holds=(which, *change.holds))
