"""What `diff` says is all that differs, and nothing else: compared with an oracle of its own."""

from every_kind import BASE, EDITS, edition, with_edits
from hypothesis import assume, given
from hypothesis import strategies as st

from briefbook.analysis.changes import Change
from briefbook.analysis.edition import Edition
from briefbook.diff import compare
from briefbook.model import Brief
from briefbook.model.canonical_form import canonical

_LISTS = ("judgments", "claims", "barriers", "questions", "assumptions", "hypotheses")
_STANDING = ("status", "superseded_by", "withdrawn")
Key = tuple[str, str, str]


def _records(read: Edition) -> dict[Key, object]:
    """Every field of every record with an id, by brief, record and field."""
    found: dict[Key, object] = {}
    for name, brief in read.briefs.items():
        for field in Brief.model_fields:
            if field in _STANDING:
                found[name, "", field] = str(getattr(brief, field))
        whole = canonical(brief)
        for field in ("title", "summary", "scope", "background", "topics"):
            found[name, "", field] = whole.get(field)
        for kind in _LISTS:
            for record in getattr(brief, kind):
                for field, value in canonical(record).items():
                    found[name, record.id, field] = value
    for group in (read.sources, read.entities, read.topics):
        for identity, entry in group.items():
            for field, value in canonical(entry).items():
                found["", identity, field] = value
    return found


@given(
    st.lists(st.sampled_from(sorted(EDITS)), max_size=6, unique=True),
    st.lists(st.sampled_from(sorted(EDITS)), max_size=6, unique=True),
)
def test_changes_explain_every_difference_and_invent_none(one: list[str], other: list[str]) -> None:
    before, after = edition(with_edits(one)), edition(with_edits(other))
    found = compare(before, after)
    old, new = _records(before), _records(after)
    differing = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    assume(not found.unread)
    direct = [change for change in found.changes if not change.knock_on]
    there_or_not = ("-added", "-removed", "-opened", "-renamed")
    whole = {
        (change.brief, change.record)
        for change in direct
        if change.kind.endswith(there_or_not)
        and (change.record or change.kind in ("brief-added", "brief-removed"))
    }
    renamed = {change.before for change in direct if change.kind == "record-renamed"}
    said = {_key(change) for change in direct}
    for key in differing:
        brief, record, _ = key
        if (brief, record) not in whole and (brief, "") not in whole and record not in renamed:
            assert key in said
    plain = {
        key for key in said if (key[0], key[1]) not in whole and key in old.keys() | new.keys()
    }
    assert plain <= differing


def _key(change: Change) -> Key:
    """The brief (none for the library), record and field of a change."""
    library = ("source-", "entity-", "topic-", "origin-", "address-")
    brief = "" if change.kind.startswith(library) else change.brief
    return brief, change.record, change.field.partition(".")[0]


@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4, unique=True), st.randoms())
def test_the_order_of_files_never_matters(kinds: list[str], order: object) -> None:
    files = list(with_edits(kinds).items())
    shuffled = list(files)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    one = compare(edition(BASE), edition(dict(files)))
    other = compare(edition(BASE), edition(dict(shuffled)))
    assert one.changes == other.changes
