"""Two states of a project as editions, read as far as a comparison needs and no further.

Parsed are the files that changed and, round by round, the files that name what changed: a source's
id, a claim of another brief, and the library's entries that the changed briefs cite.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from briefbook.analysis.changes import Comparison
from briefbook.analysis.edition import Edition
from briefbook.analysis.origins import links_of
from briefbook.corpus import BRIEFINGS, Corpus, content, gather
from briefbook.diff.compare import compare
from briefbook.diff.git import Blob, Repository
from briefbook.findings import Finding
from briefbook.model import Brief
from briefbook.model.settings import Settings

_ROUNDS = 16
"""A chain of leaning or deriving files that is longer than this is followed no further."""
LIBRARY = f"{BRIEFINGS}/_library/"
Held = dict[str, bytes | Finding]


@dataclass
class _Reader:
    """What has been read of both sides so far. `head` is None for the working tree."""

    repository: Repository
    base: str
    head: str | None
    _listed: dict[str, dict[str, Blob]] = field(default_factory=dict)

    def of_commit(self, commit: str, names: Iterable[str]) -> Held:
        """Files of a commit; those that it does not have are left out."""
        if commit not in self._listed:
            self._listed[commit] = dict(self.repository.files(commit))
        files = self._listed[commit]
        return dict(self.repository.contents({n: files[n] for n in names if n in files}))

    def of_head(self, names: Iterable[str]) -> Held:
        """Files of the head, or of the working tree."""
        if self.head is not None:
            return self.of_commit(self.head, names)
        root = self.repository.root
        found = {}
        for name in names:
            path = root / name
            if path.is_symlink() or path.exists():
                found[name] = content(root, path)
        return found


def compare_revisions(
    repository: Repository, base: str, head: str | None, today: date, settings: Settings
) -> Comparison:
    """What changed between two revisions, or a revision and the working tree (`head` None).

    Raises GitTrouble.
    """
    before_id = repository.commit(base)
    after_id = repository.commit(head) if head is not None else None
    reader = _Reader(repository, before_id, after_id)
    changed = [name for name in repository.changed(before_id, after_id) if name.endswith(".yml")]
    old, new = reader.of_commit(before_id, changed), reader.of_head(changed)
    asked: set[str] = set()
    for _ in range(_ROUNDS):
        before = Edition(gather(old.items()), today, settings)
        after = Edition(gather(new.items()), today, settings)
        found = compare(before, after)
        more = set(_naming(repository, found, asked, after_id)) - old.keys() - new.keys()
        if not more:
            break
        context = reader.of_head(sorted(more))
        old.update(context)
        new.update(context)
    return found


def _naming(
    repository: Repository, found: Comparison, asked: set[str], commit: str | None
) -> Iterator[str]:
    """Files that name what changed, or define what is cited, as far as nobody asked yet."""
    moved = set(_moved(found)) - asked
    cited = set(_cited(found.before.corpus)) | set(_cited(found.after.corpus))
    lacking = cited - found.after.corpus.sources.keys() - moved - asked
    asked |= moved | lacking
    names = (name for name in repository.naming(sorted(moved), commit) if name.endswith(".yml"))
    yield from names if moved else ()
    if lacking:
        for name in repository.naming(sorted(lacking), commit):
            if name.startswith(LIBRARY) and name.endswith(".yml"):
                yield name


def _moved(found: Comparison) -> Iterator[str]:
    """Words that name what moved: records seen from other briefs, sources and what repeats them."""
    sources = set()
    for change in found.changes:
        if not change.record:
            continue
        if change.kind.startswith(("source-", "origin-", "address-")):
            sources.add(change.record)
        elif change.brief and not change.kind.startswith(("event-", "relation-", "evidence-")):
            yield f"{change.brief}#{change.record}"
    front = sources
    while front:
        yield from front
        after = found.after.origins.repeats
        front = {name for one in front for name in after.get(one, ())} - sources
        sources |= front


def _cited(corpus: Corpus) -> Iterator[str]:
    """Sources that readable briefs and sources name."""
    for at in corpus.placed(Brief):
        for records in (at.record.claims, at.record.questions, at.record.barriers):
            for record in records:
                for item in record.evidence:
                    yield from links_of(item)
    for entry in corpus.sources.values():
        yield from (parent.id for parent in entry.record.derives_from)
