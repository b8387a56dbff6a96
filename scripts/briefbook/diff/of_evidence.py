"""What differs between the evidence of two states of a record."""

from collections.abc import Iterator, Sequence

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change
from briefbook.corpus import Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.match import match
from briefbook.model import Evidence, Record
from briefbook.model.canonical_form import plain

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
        if other is None and one is not None:
            said = sides.words_before.evidence(one[1])
            change = sides.change(
                ChangeKind.evidence_removed, before, None, f"{field}.{one[0]}", said, None
            )
            yield change
        elif one is None and other is not None:
            said = sides.words_after.evidence(other[1])
            yield sides.change(
                ChangeKind.evidence_added, None, after, f"{field}.{other[0]}", None, said
            )
        elif one is not None and other is not None:
            yield from _of_item(sides, before, after, field, one, other)


def _of_item(
    sides: ComparedBriefs, before: Placed[Record], after: Placed[Record], field: str,
    one: Numbered, other: Numbered,
) -> Iterator[Change]:  # fmt: skip
    for name in Evidence.model_fields:
        was, now = getattr(one[1], name), getattr(other[1], name)
        if plain(was) == plain(now):
            continue
        where = f"{field}.{other[0]}.{name}"
        kind = _KINDS.get(name, ChangeKind.evidence_changed)
        yield sides.change(kind, before, after, where, *sides.in_words(was, now))
