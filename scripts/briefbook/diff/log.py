"""The history of one record, read out of git: what changed in which commit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change, Comparison
from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.diff.compare import compare
from briefbook.diff.git import Repository
from briefbook.model.settings import Settings

MOST = 500
"""Commits that are looked at."""


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that changed the record: who made it, on which day, why, and the changes."""

    commit: str
    day: str
    author: str
    subject: str
    changes: tuple[Change, ...]


def history(
    repository: Repository, path: str, record: str, today: date, settings: Settings
) -> Iterator[Step]:
    """Steps of a record (all of the brief without one), the newest first.

    Only the brief's own file is read, as far back as git can follow it; so are renames of the
    record. The oldest step says what the record was when it came.

    Raises GitTrouble.
    """
    touches = repository.history(path, MOST)
    if not touches:
        return
    after = _edition(repository, touches[0].commit, touches[0].path, today, settings)
    for number, touch in enumerate(touches):
        earlier = touches[number + 1] if number + 1 < len(touches) else None
        parent = repository.before(touch.commit)
        before = _edition(repository, parent, earlier.path if earlier else path, today, settings)
        found = compare(before, after)
        changes = tuple(change for change in found.changes if _is_of(change, record, found))
        if changes:
            yield Step(touch.commit, touch.day, touch.author, touch.subject, changes)
        renamed = (one for one in changes if one.kind == ChangeKind.record_renamed)
        record = next((one.before or "" for one in renamed if one.record == record), record)
        after = before


def _is_of(change: Change, record: str, found: Comparison) -> bool:
    """Whether a change is one of the record (of anything, without one)."""
    if change.knock_on or not record:
        return not change.knock_on
    if record in (change.record, change.before) or change.kind == ChangeKind.brief_renamed:
        return True
    return record in _named_in(change, found)


def _named_in(change: Change, found: Comparison) -> Iterable[str | None]:
    """The records that a correction or a sign-off names."""
    edition = found.before if change.gone else found.after
    brief, route = edition.briefs.get(change.brief), change.place.route
    if brief is None or len(route) < 2 or not isinstance(route[1], int):
        return ()
    if route[0] == "corrections":
        return brief.corrections[route[1]].records
    return (brief.signoffs[route[1]].record,) if route[0] == "signoffs" else ()


def _edition(
    repository: Repository, commit: str | None, path: str, today: date, settings: Settings
) -> Edition:
    blobs = repository.files(commit, path) if commit else {}
    held = repository.contents({path: blobs[path]}) if path in blobs else iter(())
    return Edition(gather(held), today, settings)
