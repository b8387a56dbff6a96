"""Whose history is asked for: a brief by its id, by a former one, or by one that is gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefbook.corpus import BriefFile
from briefbook.diff.git import Repository
from briefbook.model.record import id_of
from briefbook.model.record_types import of_briefs, records_of

_RENAMES = 50
"""Renames that are followed from an id to the present one."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A brief as git is asked for it: its latest id, its path, former ids, and what to say first.

    `file` is None for one that is gone.
    """

    name: str
    path: str
    former: tuple[str, ...] = ()
    file: BriefFile | None = None
    notes: tuple[str, ...] = ()

    @property
    def gone(self) -> bool:
        """Whether the brief is there no more."""
        return self.file is None

    def ids_of(self, record: str) -> Sequence[str]:
        """An id of a record, then its present id and its former ones, where they are written."""
        brief = self.file.brief if self.file else None
        lists = (records_of(brief, kind) for kind in of_briefs()) if brief else ()
        for one in (one for records in lists for one in records if record):
            names = (id_of(one), *getattr(one, "renamed_from", ()))
            if record in names:
                return tuple(dict.fromkeys((record, *names)))
        return (record,)


def subject_of(
    repository: Repository, name: str, files: Mapping[str, BriefFile], deep: int = _RENAMES
) -> Subject | None:
    """The brief that has this id, had it once, or had it until it was taken away; None for none.

    Raises GitTrouble.
    """
    if file := files.get(name):
        return Subject(name, file.path, file.brief.renamed_from if file.brief else (), file)
    for file in files.values():
        if file.brief and name in file.brief.renamed_from:
            note = f"“{name}” is called “{file.id}” now"
            return Subject(file.id, file.path, file.brief.renamed_from, file, (note,))
    last = repository.last_path(name)
    if last is None:
        return None
    path, commit = last
    moved = repository.moved_to(commit, path)
    now = PurePosixPath(moved).stem if moved else name
    if deep and now != name and (found := subject_of(repository, now, files, deep - 1)):
        note = f"“{name}” was renamed to “{now}” in {commit[:12]}"
        return replace(found, notes=(note, *found.notes))
    return Subject(name, path, notes=(f"“{name}” is gone; this is how it was until then",))
