"""How sentences call a type of the model: “a claim”, “an item of evidence”."""

from briefbook.model.record import Record
from briefbook.model.record_types import RECORD_TYPES


def noun_of(model: type[Record] | None) -> str:
    """“a claim”, “an event”: the type's name as a reader would say it."""
    if model in _CALLED:
        return _CALLED[model]
    name = model.__name__ if model else "entry"
    if name in _NOUNS:
        return _NOUNS[name]
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


_CALLED = {one.model: one.called for one in RECORD_TYPES}


_NOUNS = {
    "Evidence": "an item of evidence",
    "Reviews": "the entry “reviews”",
    "Scheduled": "a scheduled date",
}
