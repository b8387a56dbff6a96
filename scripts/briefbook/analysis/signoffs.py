"""Sign-offs: what they are bound to, and whether they still stand."""

from dataclasses import dataclass, field

from briefbook.analysis.edition import identified
from briefbook.model import Brief, Judgment, Record
from briefbook.model.meaning import digest
from briefbook.model.signoff import Signoff


@dataclass
class Signed:
    """A brief whose records can be signed; hashes are made once."""

    brief: Brief
    records: dict[str, Record] = field(init=False)
    """Those that can be signed, by id."""
    _hashes: dict[str | None, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.records = {record.id: record for record in identified(self.brief) if record.id}

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
