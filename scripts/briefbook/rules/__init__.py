"""Editorial rules: a folder for each family, a module beside its page for each rule."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from briefbook.analysis.changes import Comparison
from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswers
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind
from briefbook.model import Brief, Record, Status
from briefbook.registry import BrokenPlugin, discover, has_plugins
from briefbook.rules.retired import all_retired, current_code

R = TypeVar("R", bound=Record)


class Scope(StrEnum):
    """How much a rule must see to judge: one record, one brief, or everything."""

    record = "record"
    brief = "brief"
    corpus = "corpus"


@dataclass(frozen=True, slots=True)
class Check:
    """What a rule does: yields its findings of a whole edition."""

    scope: Scope
    run: Callable[[Edition], Iterable[Finding]]
    of_file: Callable[[Edition, str], Iterable[Finding]] | None = None
    """The same for one file alone, by its path, where a rule looks at one file after the other;
    its findings stand in that file."""
    in_file: Callable[[Edition, str], Iterable[Finding]] | None = None
    """Of a rule that looks at everything at once what stands in one file, found without going
    through all the others."""


PUBLIC_STATUSES = (Status.published, Status.superseded, Status.withdrawn)
"""States of a brief that readers have seen."""


def each(
    *kinds: type[R],
) -> Callable[[Callable[[Placed[R], Edition], Iterable[Finding]]], Check]:
    """A check of each record of these types; briefs as records make it a check of each brief.

    Withdrawn records and briefs, and superseded briefs, are history: they are passed over.
    """

    def wrap(check: Callable[[Placed[R], Edition], Iterable[Finding]]) -> Check:
        def of_file(edition: Edition, path: str) -> Iterator[Finding]:
            records = edition.corpus.placed_at.get(path, {})
            for kind in kinds:
                for placed in records.get(kind, ()):
                    if not placed.is_history:
                        yield from check(placed, edition)  # type: ignore[arg-type]

        return _file_by_file(Scope.brief if Brief in kinds else Scope.record, of_file)

    return wrap


def every_brief(check: Callable[[Placed[Brief], Edition], Iterable[Finding]]) -> Check:
    """A check of each brief, history or not: of how it was withdrawn or superseded."""

    def of_file(edition: Edition, path: str) -> Iterator[Finding]:
        for placed in edition.corpus.placed_at.get(path, {}).get(Brief, ()):
            yield from check(placed, edition)  # type: ignore[arg-type]

    return _file_by_file(Scope.brief, of_file)


def each_file(check: Callable[[Edition, str], Iterable[Finding]]) -> Check:
    """A check of each file as it is typed, by its path, also of one that cannot be read whole."""
    return _file_by_file(Scope.brief, check)


def _file_by_file(scope: Scope, of_file: Callable[[Edition, str], Iterable[Finding]]) -> Check:
    def run(edition: Edition) -> Iterator[Finding]:
        for path in edition.corpus.paths:
            yield from of_file(edition, path)

    return Check(scope, run, of_file)


def current_records(edition: Edition, kind: type[R]) -> Iterator[Placed[R]]:
    """The records of a type that are not history."""
    return (placed for placed in edition.corpus.placed(kind) if not placed.is_history)


def current_at(edition: Edition, path: str, kind: type[R]) -> Iterator[Placed[R]]:
    """The same in one file."""
    return (placed for placed in edition.corpus.at(path, kind) if not placed.is_history)


def whole(
    check: Callable[[Edition], Iterable[Finding]],
    in_file: Callable[[Edition, str], Iterable[Finding]] | None = None,
) -> Check:
    """A check that looks at everything at once; `in_file` finds the same in one file alone."""
    return Check(Scope.corpus, check, in_file=in_file)


def where_there_are(
    *kinds: type[Record],
) -> Callable[[Callable[[Edition], Iterable[Finding]]], Check]:
    """A check that looks at everything at once, and finds something only in files that hold records
    of these types."""

    def wrap(check: Callable[[Edition], Iterable[Finding]]) -> Check:
        def in_file(edition: Edition, path: str) -> Iterator[Finding]:
            if any(True for kind in kinds for _ in current_at(edition, path, kind)):
                yield from (one for one in check(edition) if one.place.path == path)

        return whole(check, in_file)

    return wrap


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its kind, the module it lives in (its page is the .md beside it), its check.

    Rules whose findings come out of reading (SYN, SCH) or of running the others (WVR) have none.
    Rules of change (CHG) have a `compare` instead: they look at two editions, so `diff` runs them.
    Rules about what addresses answered have a `check_answers`: `check` runs them on the answers.
    What a `timely` rule finds comes about while nobody touches the briefs: `due` tells it.
    """

    kind: Kind
    module: str
    check: Check | None = None
    compare: Callable[[Comparison], Iterable[Finding]] | None = None
    check_answers: Callable[[Edition, LinkAnswers], Iterable[Finding]] | None = None
    timely: bool = False

    @property
    def page(self) -> str:
        """The rule's documentation in Markdown.

        Raises FileNotFoundError if it was never written: a bug of the rule's author.
        """
        package, _, name = self.module.rpartition(".")
        if not package:
            return Path(sys.modules[name].__file__ or "").with_suffix(".md").read_text("utf-8")
        return files(package).joinpath(f"{name}.md").read_text(encoding="utf-8")


def _names(rule: Rule) -> tuple[str, ...]:
    return rule.kind.code, rule.kind.name


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this package and of plug-ins, by code.

    Raises BrokenPlugin if one takes a code or name that was retired.
    """
    found = sorted(discover(__name__, Rule, _names), key=lambda rule: rule.kind.code)
    gone = {word for one in all_retired() for word in (one.code, one.name)}
    for rule in found:
        if taken := gone.intersection(_names(rule)):
            raise BrokenPlugin(
                f"the rule in {rule.module}: “{min(taken)}” belonged to another rule"
            )
    return tuple(found)


@cache
def change_rules() -> tuple[Rule, ...]:
    """The rules that compare two editions (CHG), by code; the others are not loaded for them.

    Raises BrokenPlugin as `all_rules` does.
    """
    if has_plugins(__name__):
        return tuple(rule for rule in all_rules() if rule.compare)
    found = discover(f"{__name__}.chg", Rule, _names, points=())
    return tuple(sorted((rule for rule in found if rule.compare), key=lambda one: one.kind.code))


def find_rule(word: str) -> Rule | None:
    """The rule with this code or name, upper or lower case, or the one that took its place."""
    wanted = current_code(word).casefold()
    return next(
        (rule for rule in all_rules() if wanted in (rule.kind.code.casefold(), rule.kind.name)),
        None,
    )
