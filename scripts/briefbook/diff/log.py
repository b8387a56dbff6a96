"""The history of one record, read out of git: what changed in which commit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefbook.analysis.changes import Change
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

    Only the brief's own file is read, as far back as it has this path. The oldest step says what
    the record was when it came.

    Raises GitTrouble.
    """
    for commit, day, author, subject in repository.history(path, MOST):
        parent = repository.before(commit)
        editions = [_edition(repository, one, path, today, settings) for one in (parent, commit)]
        found = compare(editions[0], editions[1])
        changes = tuple(
            change
            for change in found.changes
            if not change.knock_on
            and (not record or record in (change.record, change.before)
                 or change.kind == "brief-added")
        )  # fmt: skip
        if changes:
            yield Step(commit, day, author, subject, changes)


def _edition(
    repository: Repository, commit: str | None, path: str, today: date, settings: Settings
) -> Edition:
    blobs = repository.files(commit, path) if commit else {}
    held = repository.contents({path: blobs[path]}) if path in blobs else iter(())
    return Edition(gather(held), today, settings)
