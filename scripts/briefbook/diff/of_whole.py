"""What came or went as a whole, told with everything that it holds, or held."""

from collections.abc import Mapping

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change
from briefbook.corpus import Placed
from briefbook.diff.compared_briefs import ComparedBriefs
from briefbook.diff.kinds_by_field import ChangeKinds
from briefbook.diff.words import title_of
from briefbook.model import Record
from briefbook.model.record_types import RECORD_TYPES

_ASSESSED = ("verdict", "likelihood", "confidence")
_SENTENCES: Mapping[str, tuple[str, ...]] = {
    "relation": ("subject", "relation"),
    "signoff": ("by", "on"),
    "waiver": ("rule", "at", "reason"),
}
"""Fields that the sentence of a record tells already, by its noun."""
_LISTS = tuple(kind.listed for kind in RECORD_TYPES if kind.listed)


def whole(
    sides: ComparedBriefs, kinds: ChangeKinds, before: Placed[Record] | None,
    after: Placed[Record] | None,
) -> Change:  # fmt: skip
    """A record that came, or is gone, with what it holds.

    Raises ValueError where it stands on neither side.
    """
    placed = after or before
    if placed is None:
        raise ValueError("a record stands on one side at least")
    words = sides.words_after if after else sides.words_before
    told = _SENTENCES.get(kinds.type.noun, (kinds.type.field,))
    said = kinds.type.says(placed.record) + words.assessment(placed.record)
    holds = sides.held(placed.record, without=(*told, *_ASSESSED), gone=after is None)
    kind = kinds.kind("added" if after else "removed")
    was, now = (None, said) if after else (said, None)
    return sides.change(kind, before, after, kinds.type.field, was, now, holds)


def whole_brief(sides: ComparedBriefs) -> Change | None:
    """A brief that came, or is gone; None where it stands on both sides, or on none.

    Its records are told one by one.
    """
    old, new = sides.before_brief, sides.after_brief
    without = ("title", *_LISTS)
    if old is None and new is not None:
        holds = sides.held(new, without=without)
        return sides.change(
            ChangeKind.brief_added, None, sides.placed_after(), "title", None, title_of(new), holds
        )
    if new is None and old is not None:
        holds = sides.held(old, without=without, gone=True)
        return sides.change(
            ChangeKind.brief_removed, sides.placed_before(), None, "title", old.title, None, holds
        )
    return None
