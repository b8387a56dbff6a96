"""Addresses of the site: a promise, made in one place. All are relative to its root."""

from collections import Counter
from functools import lru_cache

from briefbook.corpus import Target
from briefbook.model import Brief
from briefbook.model.meaning import digest

_FOLDERS = {
    "brief": "briefings",
    "source": "sources",
    "entity": "entities",
    "topic": "topics",
}


def address(target: Target) -> str:
    """“briefings/x/#claim”, “sources/y/”: where a record, brief, source or actor is read."""
    if target.role == "record":
        return f"briefings/{target.brief}/#{target.id}"
    return f"{_FOLDERS[target.role]}/{target.id}/"


def anchored(target: Target) -> str:
    """The same with an anchor also for sources, entities and topics, as search results have it."""
    plain = address(target)
    return plain if "#" in plain or target.role == "brief" else f"{plain}#{target.id}"


def correction_anchor(brief: Brief, at: int) -> str:
    """The anchor of the `at`-th correction of a brief: its id, else one made of what it says.

    Its place in the list would not do: who adds an entry at the top would move all permalinks.
    """
    return _correction_anchors(brief)[at]


@lru_cache(maxsize=8)
def _correction_anchors(brief: Brief) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    anchors = []
    for entry in brief.corrections:
        mark = digest(entry).partition(":")[2][:8]
        seen[mark] += 1
        again = f"-{seen[mark]}" if seen[mark] > 1 else ""
        anchors.append(entry.id or f"correction-{mark}{again}")
    return tuple(anchors)


def relative(here: str, there: str) -> str:
    """The way from the page at `here` (“a/b/”) to `there` (“c/d/#e”), for an `href`."""
    path, mark, anchor = there.partition("#")
    if path == here:
        return f"#{anchor}" if mark else "./"
    up, down = here.split("/")[:-1], path.split("/")[:-1]
    shared = 0
    while shared < min(len(up), len(down)) and up[shared] == down[shared]:
        shared += 1
    steps = "../" * (len(up) - shared) + "".join(f"{step}/" for step in down[shared:])
    return (steps or "./") + path.rpartition("/")[2] + mark + anchor
