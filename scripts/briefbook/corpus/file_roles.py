"""What a file below briefings/ holds, by its name."""

from pathlib import PurePosixPath

from briefbook.corpus.walk import LIBRARY
from briefbook.model import Brief, Entity, Record, Source, Topic

BRIEFINGS = "briefings"
ENTITIES = f"{BRIEFINGS}/{LIBRARY}/entities.yml"


def reading_order(name: str) -> tuple[bool, str]:
    """The library first, as briefs refer to it."""
    return not name.startswith(f"{BRIEFINGS}/{LIBRARY}/"), name


def role_of(name: str) -> type[Record] | None:
    """What a file of this name holds, or None if nothing reads it."""
    path = PurePosixPath(name)
    if path.suffix != ".yml" or path.parts[0] != BRIEFINGS:
        return None
    inner = path.parts[1:]
    if inner[0] == LIBRARY:
        if any(part.startswith(".") for part in inner):
            return None
        if inner[1:2] == ("sources",) and len(inner) > 2:
            return Source
        lists: dict[tuple[str, ...], type[Record]] = {
            ("topics.yml",): Topic,
            ("entities.yml",): Entity,
        }
        return lists.get(inner[1:])
    return None if any(part.startswith(("_", ".")) for part in inner) else Brief
