"""Waivers: findings that a brief sets aside with a reason, and waivers that set nothing aside."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from briefbook.analysis.edition import Edition
from briefbook.analysis.freshness import is_past
from briefbook.corpus import Placed, Target, located
from briefbook.findings import Finding, LocatedFinding
from briefbook.model.waiver import Waiver
from briefbook.rules import Rule, find_rule
from briefbook.rules.wvr import can_be_waived
from briefbook.rules.wvr.unused_waiver import unused


@dataclass
class Waivers:
    """The waivers of an edition that are in force, and which of them have been used."""

    edition: Edition
    counts: Callable[[Placed[Waiver]], bool] = lambda _: True
    """Which of them are to count."""
    wants_path: Callable[[str], bool] = lambda _: True
    """The files of which there is anything to silence."""
    _by_path: dict[str, list[Placed[Waiver]]] = field(default_factory=dict)
    _used: set[tuple[str, object]] = field(default_factory=set)

    def __post_init__(self) -> None:
        corpus = self.edition.corpus
        paths = filter(self.wants_path, corpus.file_at)
        for placed in (one for path in paths for one in corpus.at(path, Waiver)):
            if not self.counts(placed):
                continue
            rule = find_rule(placed.record.rule)
            if can_be_waived(rule) and not is_past(placed.record.until, self.edition.today):
                self._by_path.setdefault(placed.path, []).append(placed)

    def silence(self, finding: Finding) -> bool:
        """Whether a waiver of the finding's brief covers it; such waivers count as used."""
        covering = [
            placed
            for placed in self._by_path.get(finding.place.path, ())
            if self._covers(placed, finding)
        ]
        self._used.update((waiver.path, waiver.route) for waiver in covering)
        return bool(covering)

    def _covers(self, placed: Placed[Waiver], finding: Finding) -> bool:
        rule = find_rule(placed.record.rule)
        if rule is None or rule.kind.code != finding.kind.code:
            return False
        if placed.record.at is None:
            return True
        owner, _, name = placed.record.at.rpartition("#")
        routes = self.edition.corpus.links.routes_by_path.get(placed.path, {}).get(name, ())
        own = owner in ("", placed.brief_id)
        return own and any(finding.place.route[:2] == route[:2] for route in routes)

    def unused(self, runs: Callable[[Rule], bool]) -> Iterator[Finding]:
        """A finding for each waiver in force that silenced nothing. Ask when all is said.

        A waiver of a rule that did not run waits, as one of a rule of change, or of what addresses
        answer, does: one edition cannot tell.
        What is history is not judged, so that its waivers may stay as they are.
        """
        for waivers in self._by_path.values():
            for placed in waivers:
                if (placed.path, placed.route) in self._used or self._leads_nowhere(placed):
                    continue
                if placed.is_history or self._of_something_withdrawn(placed):
                    continue
                rule = find_rule(placed.record.rule)
                if rule is None or rule.compare or rule.check_answers or not runs(rule):
                    continue
                yield unused(placed)

    def _of_something_withdrawn(self, placed: Placed[Waiver]) -> bool:
        owner, _, name = (placed.record.at or "").rpartition("#")
        source = self.edition.sources.get(name)
        return self.edition.is_withdrawn(Target("record", name, owner or placed.brief_id)) or (
            source is not None and source.withdrawn is not None
        )

    def _leads_nowhere(self, placed: Placed[Waiver]) -> bool:
        """Whether its `at` names no record: that has a finding of its own."""
        owner, _, name = (placed.record.at or "").rpartition("#")
        links = self.edition.corpus.links
        known = (
            links.routes_by_brief.get(owner, {})
            if owner
            else links.routes_by_path.get(placed.path, {})
        )
        return placed.record.at is not None and name not in known


def apply(
    edition: Edition,
    findings: Iterable[LocatedFinding],
    runs: Callable[[Rule], bool],
    wanted: Callable[[Finding], bool],
    wants_path: Callable[[str], bool] = lambda _: True,
) -> tuple[list[LocatedFinding], int]:
    """The findings that no waiver silences, and how many of the wanted ones are silenced.

    All of them stand in files that `wants_path` takes. Waivers that silence nothing there, of rules
    that run, are found, too.
    """
    waivers = Waivers(edition, wants_path=wants_path)
    kept: list[LocatedFinding] = []
    waived = 0
    for item in findings:
        if waivers.silence(item.finding):
            waived += wanted(item.finding)
        else:
            kept.append(item)
    return [*kept, *located(edition.corpus, waivers.unused(runs))], waived
