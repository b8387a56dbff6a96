"""Whose a new sign-off is: who committed it, and whether they wrote what they signed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Comparison, Signing
from briefbook.analysis.people import People, Person, same_account
from briefbook.analysis.signoffs import SignedBrief
from briefbook.diff.git import Repository
from briefbook.diff.git_authors import Commit, commits_of
from briefbook.diff.signed_sources import changes_worth, source_commits
from briefbook.findings import Severity
from briefbook.model.canonical_form import folded
from briefbook.model.signoff import Signoff
from briefbook.syntax import parse, to_data
from briefbook.syntax.decode import decode

_FIELD = "signoffs"


def signing(
    repository: Repository, found: Comparison, base: str, head: str | None
) -> Mapping[tuple[str, int], Signing]:
    """For each new sign-off, by its brief's path and its place in the list, whose it is.

    Raises GitTrouble.
    """
    made: dict[tuple[str, int], Signing] = {}
    readers: dict[str, Writers] = {}
    for change in found.changes:
        file = found.after.corpus.briefs.get(change.brief)
        index = change.place.route[1] if len(change.place.route) > 1 else None
        added = change.kind == ChangeKind.signoff_added and isinstance(index, int)
        if not added or file is None or file.brief is None or not isinstance(index, int):
            continue
        if file.path not in readers:
            readers[file.path] = Writers(
                repository, file.path, file.brief.renamed_from, found.after.people, head, base
            )
        item, writers = file.brief.signoffs[index], readers[file.path]
        signed = SignedBrief(file.brief, found.after.sources)
        wrote = writers.wrote(Person(item.by)) or writers.changed_sources(
            Person(item.by), signed.cited(item.record)
        )
        made[file.path, index] = Signing(wrote, writers.other_hand(item))
    return made


@dataclass(frozen=True)
class Writers:
    """Who wrote a brief's file, by the commits that changed more of it than its sign-offs.

    Nobody counts as a writer for being named as co-author of a commit that also adds their
    sign-off, as a squashed one does. `base` is where a change parted from what was accepted.
    """

    repository: Repository
    path: str
    former: tuple[str, ...]
    people: People
    head: str | None = None
    base: str | None = None
    _data: dict[str, object] = field(default_factory=dict)

    @cached_property
    def commits(self) -> tuple[Commit, ...]:
        """All commits that touched the file, under former names, too; each once."""
        folder = self.path.rpartition("/")[0]
        paths = [self.path, *(f"{folder}/{one}.yml" for one in self.former)]
        found: dict[str, Commit] = {}
        for path in paths:
            for commit in commits_of(self.repository, path, self.base, self.head or "HEAD"):
                found.setdefault(commit.id, commit)
        return tuple(found.values())

    @cached_property
    def _new(self) -> frozenset[str]:
        """The commits of the change."""
        if self.base is None:
            return frozenset()
        answer = self.repository.git.run("rev-list", f"{self.base}..{self.head or 'HEAD'}")
        return frozenset(answer.decode().split())

    def wrote(self, who: Person) -> str:
        """How a person wrote the brief: “in commit 1f2e3d4c5b6a”; nothing where they did not."""
        for commit in self.commits:
            hands = (commit.hand,) if commit.hand and commit.at_once else ()
            mine = any(self.people.same(who, one) for one in (*commit.author, *hands))
            helped = any(self.people.same(who, one) for one in commit.co_authors)
            if not (mine or helped) or not self._changes_content(commit):
                continue
            if mine:
                return f"in commit {commit.id[:12]}"
            if not self._signs(commit, who):
                return f"as co-author of commit {commit.id[:12]}"
        return ""

    def changed_sources(self, who: Person, cited: tuple[str, ...]) -> str:
        """How a person changed, in this change, what a cited source is worth; nothing if not."""
        if self.base is None or not cited:
            return ""
        for commit in source_commits(self.repository, self.base, self.head or "HEAD"):
            mine = any(self._is(who, one) for one in commit.author)
            helped = any(self._is(who, one) for one in commit.co_authors)
            if mine or (helped and not self._signs(replace(commit, path=self._path_now), who)):
                for name in cited:
                    if changes_worth(self.repository, commit, name):
                        return f"by changing the source “{name}” in commit {commit.id[:12]}"
        return ""

    def _is(self, who: Person, one: Person) -> bool:
        """Whether somebody is a person by the name, or by an address that goes with it here."""
        return self.people.same(who, one) or any(
            same_account(one.address, author.address)
            for commit in self.commits for author in commit.author
            if self.people.same(who, author)
        )  # fmt: skip

    @property
    def _path_now(self) -> str:
        return self.repository.from_top(self.path)

    def other_hand(self, item: Signoff) -> Person | None:
        """Who committed a sign-off that is in another's name; None for the signer's own hand.

        One that no commit of the change adds, and that is there, came by a merge from elsewhere: it
        is in nobody's hand, and whoever else touched the file last is named.
        """
        who = Person(item.by)
        for commit in self.commits:
            if commit.id not in self._new or not self._adds(commit, item):
                continue
            own = [one for one in commit.author if self.people.same(who, one)]
            return self._whose_hand(who, own, commit) if own else commit.author[-1]
        if not self.commits or _mark(item) not in _marks(self._now):
            return None
        others = (one.author[-1] for one in self.commits
                  if not any(self.people.same(who, name) for name in one.author))  # fmt: skip
        return next(others, self.commits[0].author[-1])

    def _whose_hand(self, who: Person, own: list[Person], commit: Commit) -> Person | None:
        """Whoever else made a commit by the signer's name: by their address, or as a writer of the
        brief who named the signer as the author (`git commit --author`): in that moment, or as
        somebody who wrote (`--date`) before the text was there that is signed."""
        hand = commit.hand
        if (
            hand
            and (commit.at_once or commit.written < self._since(commit))
            and not self.people.same(who, hand)
            and self.wrote(hand)
        ):
            return hand
        return self._whose_address(who, own)

    def _since(self, commit: Commit) -> int:
        """When the text that a commit signs was written: that of the last commit before it."""
        older = self.commits[self.commits.index(commit) + 1 :]
        return next((one.written for one in older if self._changes_content(one)), 0)

    def _whose_address(self, who: Person, own: list[Person]) -> Person | None:
        """Whoever else has an address under which a commit goes by the signer's name: by the list
        of reviewers, or because what was written came from there under another name."""
        for one in own:
            if not self.people.may_use(who, one.address):
                return Person(one.address, one.address)
            listed = self.people.group(Person("", one.address)) if one.address else None
            if listed is not None and listed != self.people.group(who):
                return Person(one.address, one.address)
            for commit in self.commits:
                if commit.id in self._new and self._changes_content(commit):
                    for author in commit.author:
                        alike = same_account(author.address, one.address)
                        if alike and not self.people.same(who, author):
                            return author
        return None

    @property
    def _now(self) -> object:
        """What is committed of the file."""
        return self._at(self.head or "HEAD", self._path_now)

    def _adds(self, commit: Commit, item: Signoff) -> bool:
        mark = _mark(item)
        before = [self._before(commit, parent) for parent in commit.parents]
        return mark in _marks(self._at(commit.id, commit.path)) and not any(
            mark in _marks(data) for data in before
        )

    def _signs(self, commit: Commit, who: Person) -> bool:
        """Whether a commit adds a sign-off of this person."""
        added = _marks(self._at(commit.id, commit.path))
        for parent in commit.parents:
            added -= _marks(self._before(commit, parent))
        return any(self.people.same(who, Person(by)) for _, by, *_ in added)

    def _changes_content(self, commit: Commit) -> bool:
        """Whether more than sign-offs is otherwise than in every commit before it."""
        here = _content(self._at(commit.id, commit.path))
        return all(_content(self._before(commit, one)) != here for one in commit.parents) or (
            not commit.parents
        )

    def _before(self, commit: Commit, parent: str) -> object:
        found = self._at(parent, commit.path)
        if found is None:
            place = self.commits.index(commit)
            former = (one.path for one in self.commits[place + 1 :] if one.path != commit.path)
            found = next((data for path in dict.fromkeys(former)
                          if (data := self._at(parent, path)) is not None), None)  # fmt: skip
        return found

    def _at(self, commit: str, path: str) -> object:
        """What a file held in a commit, as data; its bytes where it is no YAML; None: nothing."""
        key = f"{commit}:{path}"
        if key not in self._data:
            raw = self.repository.git.ask("cat-file", "blob", key)
            self._data[key] = None if raw is None else _read(raw)
        return self._data[key]


def _read(raw: bytes) -> object:
    document, found = decode("", raw)
    is_text = all(one.kind.severity is not Severity.error for one in found)
    node = parse(document)[0] if is_text else None
    return raw if node is None else to_data(node)


def _content(data: object) -> object:
    if not isinstance(data, dict):
        return data
    return {key: value for key, value in data.items() if key != _FIELD}


Mark = tuple[str, str, str, str]


def _mark(item: Signoff) -> Mark:
    return item.record or "", folded(item.by), item.on.text, item.hash or ""


def _marks(data: object) -> set[Mark]:
    listed = data.get(_FIELD) if isinstance(data, dict) else None
    found: set[Mark] = set()
    for one in listed if isinstance(listed, list) else [listed]:
        if isinstance(one, dict):
            found.add(tuple(folded(str(one.get(name) or ""))  # type: ignore[arg-type]
                            for name in ("record", "by", "on", "hash")))  # fmt: skip
    return found
