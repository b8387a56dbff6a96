"""The history of a brief or of one record, read out of git: what changed in which commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Change
from briefbook.corpus import BriefFile
from briefbook.diff.git import Repository
from briefbook.diff.git_objects import Touch, Version
from briefbook.diff.log_moves import Moves, MovesReader, Told
from briefbook.diff.log_subject import Subject, subject_of
from briefbook.model.record import Record
from briefbook.model.settings import Settings

MOST = 500
"""Commits that are looked at."""
_BRIEFS = 8
"""Briefs through which a record is followed."""
_BESIDE = 50
"""Briefs changed by one commit that are looked at for where a record went, or came from."""


@dataclass(frozen=True, slots=True)
class Step:
    """A commit that changed the record: who made it, on which day, why, and the changes."""

    commit: str
    day: str
    author: str
    subject: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Steps, the newest first, and what there is to say before them, a line each."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Log:
    """Tells histories of what the project holds now or held once; `files` are its briefs by id."""

    repository: Repository
    files: Mapping[str, BriefFile]
    today: date
    settings: Settings

    def history(self, name: str, record: str) -> History | None:
        """How a record of a brief (all of the brief without one) came to say what it says.

        Only the brief's own file is read, as far back as git can follow it, over merges and
        renames of the file and of the record; where a record came from another brief, that one's,
        too. A change is told with the commit that made it, and with a merge only where none of its
        sides made it. The oldest step says what the record was when it came. None if there never
        was such a brief or record.

        Raises GitTrouble.
        """
        return self._history(name, record, _BRIEFS)

    def _history(self, name: str, record: str, deep: int) -> History | None:
        subject = subject_of(self.repository, name, self.files)
        if subject is None:
            return None
        touches = self._touches(subject)
        moves = self._reader.read(touches)
        if not moves:
            return History((), subject.notes)
        names = subject.ids_of(record)
        today, lost = _present(moves, names)
        if today is None:
            return None
        notes = list(subject.notes)
        if lost:
            went = self._beside(lost, today, gone=False)
            if went and deep and (found := self._history(went[0], went[1], deep - 1)):
                note = f"“{name}#{record}” went to “{went[0]}#{went[1]}” in {lost.commit[:12]}"
                return replace(found, notes=(note, *found.notes))
            if not subject.gone:
                notes.append(f"“{subject.name}#{today}” is gone; this is how it was until then")
        elif today != record:
            notes.append(f"“{name}#{record}” is called “{subject.name}#{today}” now")
        steps, came = _steps(moves, today)
        older = self._from_elsewhere(came, deep) if came else None
        if len(touches) == MOST:
            notes.append(f"only the latest {MOST} commits that touched it were looked at")
        if self.repository.is_shallow:
            notes.append("this clone is shallow: what was before its oldest commit is not told")
        return History((*steps, *(older.steps if older else ())),
                       (*notes, *(older.notes if older else ())))  # fmt: skip

    @property
    def _reader(self) -> MovesReader:
        return MovesReader(self.repository, self.today, self.settings)

    def _touches(self, subject: Subject, start: str = "HEAD") -> list[Touch]:
        found = self.repository.history(subject.path, MOST, subject.former, start)
        for former in () if found else subject.former:  # renamed, and that is not committed
            if last := self.repository.last_path(former):
                return self.repository.history(last[0], MOST, subject.former, start)
        return found

    def _from_elsewhere(self, came: tuple[Touch, str], deep: int) -> History | None:
        """The history before a commit in which a record came out of another brief."""
        touch, record = came
        found = self._beside(touch, record, gone=True) if deep else None
        start = self.repository.before(touch.commit)
        if not found or start is None:
            return None
        name, former, path = found
        moves = self._reader.read(self.repository.history(path, MOST, (), start))
        steps, before = _steps(moves, former) if moves else ((), None)
        older = self._from_elsewhere(before, deep - 1) if before else None
        note = f"it came from “{name}#{former}” in {touch.commit[:12]}"
        return History((*steps, *(older.steps if older else ())),
                       (note, *(older.notes if older else ())))  # fmt: skip

    def _beside(self, touch: Touch, record: str, *, gone: bool) -> tuple[str, str, str] | None:
        """The brief to which a record went in a commit (from which it came, if `gone` there).

        Its id, the record's id in it, and the file's path where it has the record.
        """
        parent = self.repository.before(touch.commit)
        if parent is None:
            return None
        here = self._reader.ids(touch.version)
        known = {record, *getattr(here.get(record), "renamed_from", ())}
        changed = {*self.repository.changed(parent, touch.commit)} - {touch.version.path}
        there = parent if gone else touch.commit
        named = [path for path in self.repository.files_containing(sorted(known), there)
                 if path in changed and path.endswith(".yml")]  # fmt: skip
        for path in named[:_BESIDE]:
            before, after = (self._records(commit, path) for commit in (parent, touch.commit))
            having, other = (before, after) if gone else (after, before)
            for name, held in having.items():
                if name in other:
                    continue
                if name in known or (not gone and record in getattr(held, "renamed_from", ())):
                    return PurePosixPath(path).stem, name, path
        return None

    def _records(self, commit: str, path: str) -> Mapping[str, Record]:
        blob = self.repository.files(commit, path).get(path)
        return self._reader.ids(Version(commit, path, blob))


def _present(moves: Sequence[Moves], names: Sequence[str]) -> tuple[str | None, Touch | None]:
    """The latest id of a record that had the first of these, and where it went, if it is gone.

    None for one that never was.
    """
    readable = [one for one in moves if one.readable and one.sides]
    here = readable[0].sides[0].after if readable else frozenset()
    known = next((name for name in names if not name or name in here), None)
    if known is not None:
        return known, None
    name, seen = names[0], set[str]()
    while name not in here:
        seen.add(name)
        ends = ((one, side) for one in readable for side in one.sides
                if name in side.before and name not in side.after)  # fmt: skip
        end = next(ends, None)
        if end is None:
            return None, None
        now = next((now for now, former in end[1].renamed.items() if former == name), "")
        if not now or now in seen:
            return name, end[0].touch
        name = now
    return name, None


def _steps(moves: Sequence[Moves], record: str) -> tuple[list[Step], tuple[Touch, str] | None]:
    """The steps of a record, and the oldest commit in which it came, with its id there."""
    names: dict[str, str | None] = {moves[0].touch.commit: record}
    steps, came = [], None
    for one in moves:
        touch, name = one.touch, names.get(one.touch.commit)
        if name is None:
            continue
        changes = tuple(told.change for told in one.own if _is_of(told, name))
        if changes:
            steps.append(Step(touch.commit, touch.day, touch.author, touch.subject, changes))
        for side in one.sides:
            former = side.former(name)
            names.setdefault(side.parent, former)
            if name in side.after and former not in side.before:
                came = touch, name
    return steps, came


def _is_of(told: Told, record: str) -> bool:
    """Whether a change is one of the record (of anything, without one)."""
    change = told.change
    return (
        not record
        or record == change.record
        or record in told.names
        or change.kind == ChangeKind.brief_renamed
    )
