"""Records that moved from one brief to another and say what they said: a line on each side."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefbook.analysis.attribution import appearance, claimant
from briefbook.analysis.changes import Change, Detail, Pair
from briefbook.corpus import Placed
from briefbook.model import Claim, Record
from briefbook.model.canonical_form import digest, plain

Key = tuple[str, str, str]
"""A brief, a record, and the word for what happened to it."""


def with_moves(changes: Iterable[Change], pairs: Sequence[Pair]) -> list[Change]:
    """The changes; what only moved is told by where it went, or came from, and not anew."""
    gone = {_meaning(pair, pair.before): pair.before for pair in pairs
            if pair.before and pair.before.id and not pair.after}  # fmt: skip
    notes: dict[Key, Detail] = {}
    for pair in pairs if gone else ():
        old = gone.get(_meaning(pair, pair.after)) if pair.after and not pair.before else None
        if old is not None and pair.after is not None and old.brief_id != pair.after.brief_id:
            there, here = (f"{one.brief_id}#{one.id}" for one in (old, pair.after))
            notes[old.brief_id, old.id, "removed"] = Detail("moved", None, f"to {here}, unchanged")
            notes[pair.after.brief_id, pair.after.id, "added"] = Detail(
                "moved", None, f"from {there}, unchanged"
            )
    return [_told(change, notes) for change in changes]


def _meaning(pair: Pair, placed: Placed[Record] | None) -> tuple[str, str]:
    """All that a record says, also what is no content, and what its brief says for it."""
    if placed is None:
        return pair.noun, ""
    record, brief = placed.record, placed.brief
    apart = {name: plain(value) for name in type(record).model_fields
             if name != "renamed_from" and (value := getattr(record, name))}  # fmt: skip
    given: tuple[object, ...] = (brief.scale if brief else None,)
    if isinstance(record, Claim):
        given = (claimant(record, brief), appearance(record, brief))
    return pair.noun, f"{digest(record)} {apart} {given}"


def _told(change: Change, notes: dict[Key, Detail]) -> Change:
    word = change.kind.rpartition("-")[2].replace("opened", "added")
    note = notes.get((change.brief, change.record, word))
    return replace(change, holds=(note,)) if note else change
