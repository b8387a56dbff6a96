"""The project as it was in another revision, and which findings only one of both has."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from briefbook.analysis.edition import Edition
from briefbook.analysis.look_ups import differing
from briefbook.analysis.reads import Read
from briefbook.corpus import FileRead, corpus_of, gather, read_again, read_files, reading_order
from briefbook.findings import Finding, LocatedFinding, Report
from briefbook.lint import Policy, run
from briefbook.lint.of_files import FindingsOfFiles
from briefbook.project.answers import Answers
from briefbook.project.cache import Cache
from briefbook.project.edition import ReadProject
from briefbook.project.project import Project
from briefbook.project.proofs import Prover
from briefbook.rules import all_rules

Held = Mapping[str, bytes | Finding | None]
"""What files held in the other revision; None: there was no such file."""


@dataclass(frozen=True, slots=True)
class News:
    """Findings that only the head has, and those that only the base has."""

    fresh: tuple[LocatedFinding, ...] = ()
    cured: tuple[LocatedFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What `check` found in the other revision; only in some files, if `paths` names them."""

    findings: tuple[LocatedFinding, ...]
    paths: frozenset[str] | None

    def covers(self, one: LocatedFinding) -> bool:
        """Whether such a finding would be here, had there been one."""
        whole = one.finding.kind.code in _of_everything()
        return self.paths is None or whole or one.finding.place.path in self.paths


class _OfSome(FindingsOfFiles):
    """The findings of some files alone."""

    def __init__(self, edition: Edition, some: frozenset[str]) -> None:
        super().__init__(edition)
        self._some = some

    @property
    def paths(self) -> tuple[str, ...]:
        """Those files, as far as they are there."""
        return tuple(path for path in super().paths if path in self._some)


@cache
def _of_everything() -> frozenset[str]:
    """The codes of rules that look at all files at once: what they find can be anywhere."""
    return frozenset(
        rule.kind.code for rule in all_rules() if rule.check and not rule.check.of_file
    )


def findings_before(project: Project, policy: Policy, read: ReadProject, held: Held) -> Before:
    """What `check` found in a project when its files were as `held` says.

    Only files are checked again of which something that was looked up for them is otherwise now.
    """
    base = _edition_before(project, read, held)
    outdated = _outdated(project, read, base)
    if outdated is None:
        return Before(run(base, policy).findings, None)
    paths = frozenset({*outdated, *held})
    found = Before(run(base, policy, files=_OfSome(base, paths)).findings, paths)
    return replace(found, findings=tuple(one for one in found.findings if found.covers(one)))


def news(found: Report, before: Before, renamed: Mapping[str, str]) -> News:
    """What is found now and was not found before, and the reverse.

    A finding is the same if it is of one rule, at one field of one record; `renamed` gives the
    former paths of files.
    """
    now = [one for one in found.findings if before.covers(one)]
    turned = {old: new for new, old in renamed.items()}
    return News(
        tuple(_without(now, before.findings, renamed)),
        tuple(_without(before.findings, now, turned)),
    )


def _edition_before(project: Project, read: ReadProject, held: Held) -> Edition:
    now = read.edition
    prover = Prover(project.store, Cache(project.root))
    if read.files is None:
        every: dict[str, bytes | Finding | None] = {**dict(read_files(project.root)), **held}
        corpus = gather((name, raw) for name, raw in every.items() if raw is not None)
        return Edition(corpus, now.today, now.settings, prover)
    there: dict[str, FileRead] = {
        name: file for name, file in read.files.here.items() if name not in held
    }
    given = [(name, raw) for name, raw in held.items() if raw is not None]
    there.update((name, read_again(name, raw)) for name, raw in given if isinstance(raw, bytes))
    files = sorted(there, key=reading_order)
    return Edition(corpus_of(there[name] for name in files), now.today, now.settings, prover)


def _outdated(project: Project, read: ReadProject, base: Edition) -> set[str] | None:
    """The files whose findings may be others; None where nobody can tell."""
    if read.files is None:
        return None

    def otherwise(maps: frozenset[str], _day: date) -> frozenset[Read] | None:
        return differing(read.edition, base, maps)

    ground = project.settings.model_dump_json()
    answers = Answers(Cache(project.root), ground, base.today, otherwise)
    known = list(answers.names("findings "))
    if not known:
        return None
    return {name.removeprefix("findings ") for name, holds in known if not holds}


def _key(one: LocatedFinding, paths: Mapping[str, str]) -> tuple[str, ...]:
    place = one.finding.place
    steps = [step for step in place.route if isinstance(step, str)]
    return (one.finding.kind.code, paths.get(place.path, place.path), one.record, *steps)


def _without(
    some: Iterable[LocatedFinding], others: Iterable[LocatedFinding], paths: Mapping[str, str]
) -> list[LocatedFinding]:
    """Those that the others do not have; of several at one place those with another message."""
    left: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in others:
        left[_key(one, {})][one.finding.message] += 1
    rest = []
    for one in some:
        key = _key(one, paths)
        if left[key][one.finding.message] > 0:
            left[key][one.finding.message] -= 1
        else:
            rest.append(one)
    found = []
    for one in rest:
        key = _key(one, paths)
        same = next((text for text, many in left[key].items() if many > 0), None)
        if same is None:
            found.append(one)
        else:
            left[key][same] -= 1
    return found
