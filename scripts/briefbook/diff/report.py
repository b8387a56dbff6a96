"""A comparison ready to be shown: changes with their lines, alarms, the names of the sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.changes import Change, Comparison
from briefbook.corpus import Places, Target
from briefbook.diff.change_view import ChangeView, change_view
from briefbook.diff.knock_on_sources import origins_in_words
from briefbook.diff.words import title_of
from briefbook.findings import LocatedFinding, Region, Report
from briefbook.model import Claim
from briefbook.model.canonical_form import folded
from briefbook.model.record_types import record_type_of
from briefbook.text.listing import counted


@dataclass(frozen=True)
class Revisions:
    """The sides as they were asked for, and the commits that they are; no head: the work tree."""

    base: str
    head: str | None
    base_commit: str
    head_commit: str | None


@dataclass(frozen=True)
class DiffReport:
    """What `diff` shows. `within` leads from the top of the repository to the project."""

    comparison: Comparison
    alarms: Report
    revisions: Revisions
    within: str = ""
    outside: tuple[str, ...] = ()
    """Files that differ and are no briefs, from the top of the repository."""
    waived_here: tuple[LocatedFinding, ...] = ()
    """Alarms that only waivers silence which come with the change itself."""
    fresh: tuple[LocatedFinding, ...] = ()
    cured: tuple[LocatedFinding, ...] = ()
    """Findings that only the head has, and that only the base has, where somebody asked."""

    @cached_property
    def regions(self) -> dict[Change, Region]:
        """Where each change stands: in the head, or, if it is gone, in the base."""
        here, there = (
            Places(edition.corpus) for edition in (self.comparison.after, self.comparison.before)
        )
        return {
            change: (there if change.gone else here).region(change.place).within(self.within)
            for change in self.comparison.changes
        }

    @cached_property
    def changes(self) -> tuple[ChangeView, ...]:
        """The changes in words, in the order of the comparison."""
        return tuple(change_view(one, self.regions[one]) for one in self.comparison.changes)

    @property
    def unread(self) -> list[str]:
        """Files of either side that could not be compared, or not whole."""
        return [f"{self.within}{path}" for path in self.comparison.unread]

    @property
    def omitted(self) -> dict[str, tuple[str, ...]]:
        """For those of `partly` what could not be compared in them: records and fields."""
        return {f"{self.within}{path}": ids for path, ids in self.comparison.omitted.items()}

    @property
    def partly(self) -> list[str]:
        """Those of them of which something could."""
        return [f"{self.within}{path}" for path in self.comparison.partly]

    @cached_property
    def origins(self) -> dict[tuple[str, str], str]:
        """How many links and origins each touched claim has in the head, by brief and record."""
        after = self.comparison.after
        found = {}
        for brief, name in dict.fromkeys(
            (one.brief, one.record) for one in self.comparison.changes
        ):
            claim = after.records.get(Target("record", name, brief))
            if isinstance(claim, Claim):
                found[brief, name] = origins_in_words(after, claim, after.briefs[brief])
        return {key: said for key, said in found.items() if said}

    @property
    def direct(self) -> list[ChangeView]:
        """Changes that somebody made."""
        return [change for change in self.changes if not change.knock_on]

    @property
    def following(self) -> list[ChangeView]:
        """Changes that follow from others."""
        return [change for change in self.changes if change.knock_on]

    @property
    def counts(self) -> str:
        """“3 changes, 15 follow, 1 alarm”; empty where there is nothing."""
        return counts(
            len(self.direct), len(self.following), len(self.alarms.findings), self.alarms.waived,
            len(self.comparison.unread),
        )  # fmt: skip

    def title(self, brief: str) -> str:
        """A brief's title in the head, else in the base; of a translation it says so."""
        for edition in (self.comparison.after, self.comparison.before):
            if brief in edition.briefs:
                return folded(title_of(edition.briefs[brief]))
        return brief

    def says(self, change: ChangeView) -> str:
        """What the record of a change says, in the head, else in the base; empty without an id."""
        target = Target("record", change.record or "", change.brief or "")
        for edition in (self.comparison.after, self.comparison.before):
            record = edition.records.get(target)
            if record is not None:
                return record_type_of(record).says(record)
        for edition in (self.comparison.after, self.comparison.before):
            source = edition.sources.get(change.record or "")
            if source is not None:
                return folded(source.title)
        return ""


def by_brief(changes: Iterable[ChangeView]) -> list[tuple[str, list[ChangeView]]]:
    """Changes by brief, the library's (empty id) last."""
    found: dict[str, list[ChangeView]] = {}
    for change in changes:
        found.setdefault(change.brief or "", []).append(change)
    return sorted(found.items(), key=lambda item: (not item[0], item[0]))


def counts(direct: int, following: int, alarms: int, waived: int, unread: int) -> str:
    """“3 changes, 15 follow, 1 alarm”; empty where there is nothing."""
    parts = [counted(direct, "change")] if direct else []
    parts += [f"{following:,} {'follows' if following == 1 else 'follow'}"] if following else []
    parts += [counted(alarms, "alarm")] if alarms else []
    parts += [f"{waived:,} waived"] if waived else []
    parts += [f"{counted(unread, 'file')} could not be compared whole"] if unread else []
    return ", ".join(parts)
