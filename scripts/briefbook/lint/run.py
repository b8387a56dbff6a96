"""All findings of a corpus: those of reading it and those of the rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefbook.corpus import Corpus
from briefbook.findings import Finding
from briefbook.rules import all_rules


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings count: codes or their beginnings (“SYN”, “REF001”), and files.

    Empty `select` means all; empty `paths` means all. Paths are relative to the project.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    def wants(self, finding: Finding) -> bool:
        """Whether a finding is to be shown."""
        code = finding.kind.code
        if self.select and not code.startswith(self.select):
            return False
        if self.ignore and code.startswith(self.ignore):
            return False
        path = finding.place.path
        return not self.paths or any(
            path == wanted or path.startswith(f"{wanted}/") or wanted == "."
            for wanted in self.paths
        )


def run(corpus: Corpus, selection: Selection | None = None) -> list[Finding]:
    """Every finding that the selection wants, in no particular order."""
    wanted = selection or Selection()
    return [finding for finding in _all(corpus) if wanted.wants(finding)]


def _all(corpus: Corpus) -> Iterable[Finding]:
    yield from corpus.findings
    for rule in all_rules():
        if rule.check is not None:
            yield from rule.check(corpus)
