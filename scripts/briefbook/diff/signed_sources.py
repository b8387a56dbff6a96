"""Which commits change what a source is worth to those who sign what cites it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from briefbook.analysis.signoffs import worth
from briefbook.corpus import gather
from briefbook.diff.git import Repository
from briefbook.diff.git_authors import Commit, commits_of
from briefbook.model import Source

_SOURCES = "briefings/_library/sources"


def source_commits(repository: Repository, base: str, head: str) -> Iterator[Commit]:
    """The commits between two revisions that touched the library's sources, each once.

    Raises GitTrouble.
    """
    seen = set[str]()
    for commit in commits_of(repository, _SOURCES, base, f"{base}..{head}"):
        if commit.id not in seen:
            seen.add(commit.id)
            yield commit


def changes_worth(repository: Repository, commit: Commit, source: str) -> bool:
    """Whether a source is worth something else than in every commit before: what a merge brings,
    others did."""
    now, *before = (one.get(source) for one in _sides(repository, commit.id, commit.parents))
    return any((now, *before)) and all(worth(source, one) != worth(source, now) for one in before)


@lru_cache(maxsize=4)
def _sides(
    repository: Repository, commit: str, parents: tuple[str, ...]
) -> tuple[Mapping[str, Source], ...]:
    """The sources of a commit, and of those before it, in the files that differ."""
    names = {name for one in parents for name in repository.changed(one, commit)}
    found = list[Mapping[str, Source]]()
    for revision in (commit, *parents):
        files = repository.files(revision)
        blobs = {name: files[name] for name in sorted(names) if name in files}
        sources = gather(repository.contents(blobs)).sources
        found.append({name: entry.record for name, entry in sources.items()})
    return tuple(found)
