"""Changes between two editions, as values: what a reviewer and the rules of change look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.edition import Edition
from briefbook.analysis.people import Person
from briefbook.corpus import Placed, Target
from briefbook.findings import Place
from briefbook.model import Record
from briefbook.model.canonical_form import digest
from briefbook.model.correction import CorrectionSeverity as Weight
from briefbook.text.reasons import says_something


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of what came, went or changed, in words; None on the side where it is not.

    `field` is a path of names and numbers from the record on: “evidence.0.note”.
    """

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One change: of what kind, at which record and field, from what to what, in words.

    `holds` tells the rest: the fields of what is new or gone, and of a changed value those that its
    short words leave out. `brief` is empty for the library. `place` lies in the head, or, if
    `gone`, in the base. What follows from another change names the record of that as `cause`:
    “brief#record”, “#source”, and, where it does not lean on that itself, the record `through`
    which it does.
    """

    kind: ChangeKind
    brief: str
    record: str
    field: str
    before: str | None
    after: str | None
    place: Place
    gone: bool = False
    cause: str = ""
    through: str = ""
    holds: tuple[Detail, ...] = ()

    @property
    def severity(self) -> Weight:
        """How much it matters to a reader."""
        return self.kind.weight

    @property
    def knock_on(self) -> bool:
        """Whether it follows from another change."""
        return self.kind.is_knock_on


@dataclass(frozen=True, slots=True)
class Pair:
    """A record that has an id, on both sides; None where it is not there."""

    noun: str
    brief: str
    before: Placed[Record] | None
    after: Placed[Record] | None

    @property
    def placed(self) -> Placed[Record]:
        """Where it stands in the head, else in the base.

        Raises ValueError where it stands on neither side.
        """
        one = self.after or self.before
        if one is None:
            raise ValueError("a record stands on one side at least")
        return one

    @property
    def id(self) -> str:
        """Its id in the head, else in the base."""
        return self.placed.id


@dataclass(frozen=True, slots=True)
class Signing:
    """Of a new sign-off: how its signer wrote what is signed (“in commit 1f2e3d4c5b6a”; empty: they
    did not), and who committed it if that was somebody else.
    """

    wrote: str = ""
    other_hand: Person | None = None


@dataclass(frozen=True)
class Comparison:
    """Two editions and what differs between them.

    `pairs` holds every record with an id of the files that were compared, the changed and the
    unchanged. `unread` names files of either side that could not be compared, or not whole;
    `partly` those of them of which something could.
    """

    before: Edition
    after: Edition
    changes: tuple[Change, ...] = ()
    pairs: tuple[Pair, ...] = ()
    unread: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Ids of briefs in the base by those in the head, where they differ."""
    signing: Mapping[tuple[str, int], Signing] = field(default_factory=dict)
    """Whose new sign-offs are, by the path of their brief and their place there, as git says."""
    partly: tuple[str, ...] = ()
    omitted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For those of `partly` the ids of records, and the fields, that were left out."""

    @cached_property
    def by_record(self) -> Mapping[tuple[str, str], tuple[Change, ...]]:
        """Changes by brief and record."""
        found: dict[tuple[str, str], list[Change]] = {}
        for change in self.changes:
            found.setdefault((change.brief, change.record), []).append(change)
        return {key: tuple(changes) for key, changes in found.items()}

    def of(self, target: Target) -> tuple[Change, ...]:
        """The changes of a record."""
        return self.by_record.get((target.brief, target.id), ())

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Ids of briefs that are there in the head and cannot be read whole."""
        return frozenset(file.id for file in self.after.corpus.files if not file.is_read)

    @cached_property
    def corrected(self) -> Mapping[str, Mapping[str, Weight]]:
        """For each brief the records that its new corrections name, if these say why at all, and
        how much they say it changes; "" for one of the whole."""
        found = {}
        for name, brief in self.after.briefs.items():
            old = self.before.briefs.get(self.renamed.get(name, name))
            known = {digest(item) for item in old.corrections} if old else set()
            fresh = [
                item
                for item in brief.corrections
                if digest(item) not in known and says_something(item.reason or item.now)
            ]
            found[name] = {
                record: item.severity
                for item in sorted(fresh, key=lambda one: [*Weight].index(one.severity))
                for record in item.records or ("",)
            }
        return found
