"""The findings of single files: of reading them, and of the rules that look at one after the other.

They follow from what is read of the edition for them, and from nothing else, policy and waivers
included: so they can be kept until some of that changes.
"""

from collections.abc import Callable, Iterator
from functools import partial

from briefbook.analysis.edition import Edition
from briefbook.corpus import located
from briefbook.findings import Finding, LocatedFinding
from briefbook.rules import Check, all_rules

Located = tuple[LocatedFinding, ...]


class FindingsOfFiles:
    """The findings of each file of an edition, found when they are first asked for."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._found: dict[str, Located] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file in which something can be found."""
        corpus = self._edition.corpus
        return tuple(sorted({*corpus.paths, *corpus.findings_at}))

    def at(self, path: str) -> Located:
        """What is wrong with one file, whatever policy and waivers say."""
        if path not in self._found:
            self._found[path] = self._find(path)
        return self._found[path]

    def of_families(self, path: str, families: tuple[str, ...]) -> Located:
        """Those of them whose codes begin with one of these."""
        return tuple([one for one in self.at(path) if one.finding.kind.code.startswith(families)])

    def let_go(self) -> None:
        """Forget what was read to find them, once all are found."""
        self._found.clear()

    def _find(self, path: str) -> Located:
        return findings_of_file(self._edition, path)


def findings_of_file(edition: Edition, path: str) -> Located:
    """What reading a file and the rules find in it, with lines and columns."""
    return tuple(located(edition.corpus, _found(edition, path)))


def _found(edition: Edition, path: str) -> Iterator[Finding]:
    yield from edition.corpus.findings_at.get(path, ())
    for rule in all_rules():
        if rule.check and rule.check.of_file:
            yield from rule.check.of_file(edition, path)


def findings_of_all(
    edition: Edition, wants_code: Callable[[str], bool] = lambda _: True
) -> Iterator[Finding]:
    """What the rules with these codes find that look at everything at once."""
    for rule in all_rules():
        if rule.check and not rule.check.of_file and wants_code(rule.kind.code):
            found = partial(_found_by, rule.check, edition)
            yield from edition.remembered((__name__, rule.kind.code), found)


def findings_in_file(edition: Edition, path: str) -> Iterator[Finding]:
    """What they find in one file."""
    for rule in all_rules():
        check = rule.check
        if check and check.in_file:
            yield from check.in_file(edition, path)
        elif check and not check.of_file:
            yield from (one for one in check.run(edition) if one.place.path == path)


def _found_by(check: Check, edition: Edition) -> tuple[Finding, ...]:
    return tuple(check.run(edition))
