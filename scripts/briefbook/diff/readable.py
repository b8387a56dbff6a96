"""What of a brief can be compared although mistakes keep it from being read whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from briefbook.corpus import BriefFile, Placed, placed_in
from briefbook.model import Brief, Record
from briefbook.model.record_types import RECORD_TYPES, RecordType
from briefbook.syntax import ListNode, MappingNode, Node, TextNode, to_data

_LISTS = tuple(kind.listed for kind in RECORD_TYPES if kind.listed)


@dataclass(frozen=True, slots=True)
class Readable:
    """A brief's file whose `brief` holds what could be read of it.

    `places` tells for each list where in the file its records stand; `omitted` are the ids of
    records that were left out, and names of lists and fields of which something was.
    """

    file: BriefFile
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    omitted: frozenset[str] = frozenset()

    def placed(self, kind: RecordType[Any]) -> list[Placed[Record]]:
        """The records of a type, where they stand."""
        records = placed_in(self.file, kind)
        places = self.places.get(kind.listed, range(len(records)))
        return [
            replace(record, route=(kind.listed, place))
            for place, record in zip(places, records, strict=True)
        ]


def readable(file: BriefFile) -> Readable | None:
    """A file, whole where it can be read, else without the records and fields that cannot.

    None where not even its title, summary and status are there.
    """
    if file.brief is not None:
        return Readable(file)
    if not isinstance(file.node, MappingNode):
        return None
    data = to_data(file.node)
    errors = _errors(data)
    broken = {name: {loc[1] for loc in errors if loc[:1] == (name,) and len(loc) > 1
                     and isinstance(loc[1], int)} for name in _LISTS}  # fmt: skip
    omitted, places = set[str](), dict[str, tuple[int, ...]]()
    for name, out in broken.items():
        entry = file.node.entries.get(name)
        if not out or entry is None or not isinstance(entry.value, ListNode):
            continue
        items = list(enumerate(entry.value.items))
        places[name] = tuple(index for index, _ in items if index not in out)
        omitted |= {name, *(id_of(item) for index, item in items if index in out)}
        data[name] = [to_data(item) for index, item in items if index not in out]
    for loc in errors:
        name = str(loc[0]) if loc else ""
        if name in data and name not in places:
            omitted.add(name)
            del data[name]
    try:
        brief = Brief.model_validate(data)
    except ValidationError:
        return None
    found = BriefFile(file.id, file.path, file.text, brief, file.references)
    return Readable(found, places, frozenset(omitted))


def _errors(data: Any) -> list[tuple[int | str, ...]]:  # noqa: ANN401 data as YAML has it
    try:
        Brief.model_validate(data)
    except ValidationError as error:
        return [one["loc"] for one in error.errors(include_url=False, include_input=False)]
    return []


def id_of(node: Node) -> str:
    """The id of a record as it stands in a file; nothing if it has none."""
    found = node.entries.get("id") if isinstance(node, MappingNode) else None
    return found.value.value if found and isinstance(found.value, TextNode) else ""
