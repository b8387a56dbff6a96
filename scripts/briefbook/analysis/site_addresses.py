"""Addresses of the site: a promise, made in one place. All are relative to its root."""

from briefbook.corpus import Target
from briefbook.model.record_types import of_library

_FOLDERS = {"brief": "briefings", **{kind.noun: kind.library_list for kind in of_library()}}

FORECASTS_DATA = "data/v1/forecasts.json"
"""Where our forecasts stand as data."""


def address(target: Target) -> str:
    """“briefings/x/#claim”, “sources/y/”: where a record, brief, source or actor is read."""
    if target.role == "record":
        return f"briefings/{target.brief}/#{target.id}"
    return f"{_FOLDERS[target.role]}/{target.id}/"


def anchored(target: Target) -> str:
    """The same with an anchor also for sources, entities and topics, as search results have it."""
    plain = address(target)
    return plain if "#" in plain or target.role == "brief" else f"{plain}#{target.id}"


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
