"""Institutions by the definition alone, round by round, for comparison."""

from worlds import PUBLISHERS, World

_BEARS = {PUBLISHERS["The Firm"]: "firm"}


def holders(world: World, origin: str) -> set[str]:
    """To whom an origin belongs; where nobody is known, it stands for itself."""
    names = origin.split("+")
    if all(name in world.entities for name in names):
        return {*names}
    if data := world.sources.get(origin):
        if data["speaker"]:
            return {*data["speaker"]}  # type: ignore[misc]
        origin = PUBLISHERS.get(str(data.get("publisher")), origin) if (
            data.get("publisher") == "The Firm") else origin  # fmt: skip
    return {_BEARS.get(origin, origin)}


def together(world: World, name: str, day: str | None) -> set[str]:
    """All that are joined with an entity on a day (as an ISO text), itself too."""
    found = {name}
    while True:
        more = set()
        for one, data in world.entities.items():
            for tie in data["affiliated_with"]:  # type: ignore[attr-defined]
                ends = {one, tie["entity"]}
                if tie["how"] != "member-of" and ends & found and _holds(tie.get("when"), day):
                    more |= ends
        if more <= found:
            return found
        found |= more


def _holds(when: str | None, day: str | None) -> bool:
    """A single date is a beginning."""
    if when is None or day is None:
        return True
    start, mark, end = when.partition("/")
    end = end if mark else ".."
    return (start in ("", "..") or start <= day) and (end in ("", "..") or day[: len(end)] <= end)


def institutions(world: World, origins: list[str], day: str | None) -> list[set[str]]:
    """Origins by institution: those that speak alone first, then joint ones beside them."""
    around = {
        one: set[str]().union(*(together(world, holder, day) for holder in holders(world, one)))
        for one in origins
    }
    alone = [one for one in origins if len(holders(world, one)) == 1]
    groups, left = _joined(alone, around), []
    members = [sorted(group) for group in groups]
    for one in (name for name in origins if name not in alone):
        beside = [
            at for at, names in enumerate(members) if any(around[one] & around[n] for n in names)
        ]
        if beside:
            groups[min(beside, key=lambda at: members[at])].add(one)
        else:
            left.append(one)
    return [*groups, *_joined(left, around)]


def _joined(origins: list[str], around: dict[str, set[str]]) -> list[set[str]]:
    """Origins that have an entity in common, over any number of steps."""
    found: list[set[str]] = []
    for one in origins:
        near = [group for group in found if any(around[one] & around[name] for name in group)]
        found = [group for group in found if group not in near]
        found.append({one}.union(*near))
    return found
