"""The meaning of a record: one canonical form, for sign-offs, the manifest, the diff and caches.

Order, wrapping, comments, quoting and short or long forms are no meaning: texts are in Unicode's
NFC with white space folded, lists are sorted (but for histories whose last entry counts), absent
and empty fields are left out.
"""

import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from unicodedata import normalize

from briefbook.model.assumption import Assumption
from briefbook.model.barrier import Barrier
from briefbook.model.brief import Brief
from briefbook.model.claim import Claim
from briefbook.model.edtf import Edtf
from briefbook.model.evidence import Evidence
from briefbook.model.indicator import Indicator
from briefbook.model.judgment import Judgment
from briefbook.model.leaning import Leaning
from briefbook.model.question import Question
from briefbook.model.record import Record
from briefbook.model.source import Source
from briefbook.model.topic import Topic
from briefbook.model.withdrawal import Identified
from briefbook.text.wide import one_line

VERSION = "v1"
"""Stands before every hash. Another canonical form needs another version."""

APART: Mapping[type[Record], frozenset[str]] = {
    Brief: frozenset({
        "format", "status", "published", "updated", "review_by", "owner", "superseded_by",
        "withdrawn", "renamed_from", "corrections", "signoffs", "waivers",
    }),
    Identified: frozenset({"renamed_from"}),
    Topic: frozenset({"renamed_from"}),
    Barrier: frozenset({"review_by"}),
    Question: frozenset({"review_by"}),
    Assumption: frozenset({"review_by"}),
    Source: frozenset({"accessed", "snapshot", "key"}),
}  # fmt: skip
"""Fields that are not content: where a brief stands, notes to editors. All others are content."""


ORDERED: Mapping[type[Record], frozenset[str]] = {Source: frozenset({"reliability"})}
"""Lists whose order is content: the grade that counts is the last one."""
SEEN_IN_ORDER: Mapping[type[Record], frozenset[str]] = {Source: frozenset({"authors"})}
"""Lists whose order is seen (the first author gives a work its name) and is not signed."""
ONCE_SINGLE: Mapping[type[Record], frozenset[str]] = {
    Claim: frozenset({"said"}), Judgment: frozenset({"would_change"}),
    Evidence: frozenset({"value"}),
}  # fmt: skip
"""Lists that held one item until they became lists: one item is as it was, so that what was signed
then stays signed."""
ONCE_TEXTS: frozenset[type[Record]] = frozenset({Leaning, Indicator})
"""Records that were a text until they got further fields: without these they are as they were."""


def canonical(record: Record) -> dict[str, object]:
    """The content of a record as plain lists, mappings, texts, numbers and flags."""
    apart = _of_type(APART, record)
    found = {
        name: of_field(record, name) for name in type(record).model_fields if name not in apart
    }
    return {name: value for name, value in sorted(found.items()) if value not in (None, [], {})}


def of_field(record: Record, name: str) -> object:
    """The canonical form of one field of a record."""
    value = getattr(record, name)
    if name in _of_type(ORDERED, record):
        return [plain(item) for item in value]
    if name in _of_type(ONCE_SINGLE, record) and len(value) == 1:
        return plain(value[0])
    return plain(value)


def is_reordered(before: Record, after: Record, name: str) -> bool:
    """Whether a list whose order readers see has the same items in another order."""
    if name not in _of_type(SEEN_IN_ORDER, after):
        return False
    one, other = ([_text(plain(item)) for item in getattr(side, name)] for side in (before, after))
    return one != other and sorted(one) == sorted(other)


def _of_type(table: Mapping[type[Record], frozenset[str]], record: Record) -> frozenset[str]:
    """What a table says of a record's type, and of those that it is a form of."""
    return frozenset().union(*(table[one] for one in type(record).__mro__ if one in table))


def plain(value: object) -> object:
    """The canonical form of a field's value."""
    if isinstance(value, Record):
        found = canonical(value)
        if type(value) in ONCE_TEXTS and found.keys() == {value.short}:
            return found[str(value.short)]
        return found
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in sorted(value.items())}
    if isinstance(value, tuple | list):
        return sorted((plain(item) for item in value), key=_text)
    return value


def as_texts(value: object) -> object:
    """A list of records that say no more than a text does, as these texts; else the value."""
    if isinstance(value, tuple) and value and all(type(item) in ONCE_TEXTS for item in value):
        texts = tuple(plain(item) for item in value)
        return texts if all(isinstance(text, str) for text in texts) else value
    return value


def folded(text: str) -> str:
    """A text in NFC, each run of white space one blank, and none in wrapped Chinese or Japanese."""
    return normalize("NFC", one_line(text))


def digest(record: Record, scale: str = "") -> str:
    """“v1:” and the first 32 hexadecimal digits of the SHA-256 of the canonical form.

    With `scale`, of that and the likelihood scale by which the record's terms are meant.
    """
    content = _text(canonical(record)) + (f"\n{scale}" if scale else "")
    return f"{VERSION}:{sha256(content.encode()).hexdigest()[:32]}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
