"""Sign-offs: what they are bound to, and whether they still stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefbook.model import Brief, Judgment, Record
from briefbook.model.canonical_form import digest
from briefbook.model.record import id_of
from briefbook.model.record_types import with_permalinks
from briefbook.model.signoff import Signoff


@dataclass
class SignedBrief:
    """A brief whose records can be signed; hashes are made once."""

    brief: Brief
    _hashes: dict[str | None, str] = field(default_factory=dict)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Those that can be signed, by id."""
        return {id_of(record): record for record in with_permalinks(self.brief)}

    def hash(self, record: str | None) -> str | None:
        """The hash of what a sign-off of `record` is about (None: the brief), if it is there."""
        found = self.brief if record is None else self.records.get(record)
        if found is None:
            return None
        if record not in self._hashes:
            likely = isinstance(found, Judgment) and found.likelihood is not None
            # A term means another range on another scale.
            self._hashes[record] = digest(found, self.brief.scale or "" if likely else "")
        return self._hashes[record]

    def stands(self, signoff: Signoff) -> bool:
        """Whether what was signed still means the same. Without a hash it is bound to nothing."""
        return signoff.hash is not None and self.hash(signoff.record) == signoff.hash
