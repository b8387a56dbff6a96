"""A comparison ready to be shown: changes with their lines, alarms, the names of the sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefbook.analysis.changes import KNOCK_ON, Change, Comparison
from briefbook.corpus import Places, Target
from briefbook.findings import Region, Report
from briefbook.model.meaning import folded
from briefbook.model.record_types import kind_of


@dataclass(frozen=True)
class Revisions:
    """The sides as they were asked for, and the commits that they are; no head: the work tree."""

    base: str
    head: str | None
    base_commit: str
    head_commit: str | None


@dataclass(frozen=True)
class DiffReport:
    """What `diff` shows."""

    comparison: Comparison
    alarms: Report
    revisions: Revisions

    @cached_property
    def regions(self) -> dict[Change, Region]:
        """Where each change stands: in the head, or, if it is gone, in the base."""
        here, there = (
            Places(edition.corpus) for edition in (self.comparison.after, self.comparison.before)
        )
        return {
            change: (there if change.gone else here).region(change.place)
            for change in self.comparison.changes
        }

    @property
    def direct(self) -> list[Change]:
        """Changes that somebody made."""
        return [change for change in self.comparison.changes if not change.knock_on]

    @property
    def following(self) -> list[Change]:
        """Changes that follow from others."""
        return [change for change in self.comparison.changes if change.knock_on]

    def briefs(self) -> Iterator[tuple[str, list[Change]]]:
        """Changes by brief, the library's (empty id) last."""
        found: dict[str, list[Change]] = {}
        for change in self.comparison.changes:
            found.setdefault(change.brief, []).append(change)
        yield from sorted(found.items(), key=lambda item: (not item[0], item[0]))

    def title(self, brief: str) -> str:
        """A brief's title in the head, else in the base."""
        for edition in (self.comparison.after, self.comparison.before):
            if brief in edition.briefs:
                return folded(edition.briefs[brief].title)
        return brief

    def says(self, change: Change) -> str:
        """What the record of a change says, in the head, else in the base; empty without an id."""
        target = Target("record", change.record, change.brief)
        for edition in (self.comparison.after, self.comparison.before):
            record = edition.records.get(target)
            if record is not None:
                return kind_of(record).says(record)
        for edition in (self.comparison.after, self.comparison.before):
            if change.record in edition.sources:
                return folded(edition.sources[change.record].title)
        return ""


_WHOLE = ("-added", "-removed", "-opened", "-created", "-withdrawn", "-restored", "-resolved")


def sides(kind: str, before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Both values of a change; where a field came or went, “none” stands on the other side."""
    if kind.endswith(_WHOLE) or kind in KNOCK_ON or before is None is after:
        return before, after
    return before if before is not None else "none", after if after is not None else "none"


def place_in(field: str) -> str:
    """A field as a reader counts it: “evidence.0.note” is “evidence 1, note”."""
    words: list[str] = []
    for step in field.split("."):
        if step.isdigit() and words:
            words[-1] += f" {int(step) + 1}"
        else:
            words.append(step.replace("_", " "))
    return ", ".join(words)


def named(change: Change) -> str:
    """A change's kind in words: “verdict moved”."""
    return change.kind.replace("-", " ")


def cut(text: str, most: int) -> str:
    """A text of at most so many characters, with a sign where it was cut."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
