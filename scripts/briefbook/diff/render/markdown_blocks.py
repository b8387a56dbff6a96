"""One block for each record that changed: what moved, why, on what, and what rests on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefbook.analysis.change_kinds import REST, ChangeKind
from briefbook.diff.change_place import page_of
from briefbook.diff.change_report import ChangeReport
from briefbook.diff.change_view import ChangeView
from briefbook.diff.render.markdown_cells import both, code, long_code, some
from briefbook.model.correction import CorrectionSeverity as Weight


def no_line(_path: str, _line: int) -> None:
    """Nothing is known of where lines can be seen."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where what is told can be seen.

    `line` gives the address of a line of a file, if there is one; `site` is the address of a site
    with the change, ending with “/”, or empty.
    """

    line: Callable[[str, int], str | None] = no_line
    site: str = ""

    def page(self, change: ChangeView) -> str | None:
        """The address of what changed on the site."""
        page, anchor = page_of(change)
        gone = change.kind.endswith("-removed")
        if not self.site or not page or gone:
            return None
        return f"{self.site}{page}#{anchor}" if anchor else f"{self.site}{page}"


NOWHERE = Links()
MANY, FEW = 400, 30
"""Changes of a block that are told where there is room, and where there is not; what is more is
counted by kind."""
_PLACES = frozenset({"locator", "accessed", "archived_url", "at"})
_SAYS = 200
_ODD = frozenset("<>`@#|\\[]()*&\"'")
_MOVES = (ChangeKind.verdict_moved, ChangeKind.likelihood_moved, ChangeKind.confidence_moved)


@dataclass(frozen=True)
class Block:
    """The changes of one record, or of a brief itself; the weightiest first."""

    report: ChangeReport
    brief: str
    record: str
    changes: list[ChangeView] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, str, str, int]:
        """By weight, then by place."""
        first = self.changes[0]
        return min(one.rank for one in self.changes), self.brief, first.path, first.line

    @property
    def is_minor(self) -> bool:
        """Whether nothing in it matters much to a reader: what a claim, a judgment or an item of
        evidence says does."""
        return all(one.severity is Weight.minor and one.rank >= REST for one in self.changes)

    def text(self, room: int, links: Links, most: int = MANY) -> str:
        """The block as Markdown: so many changes at most, of each value about `room` characters."""
        lines = [self._head(room, links)]
        by_weight = sorted(self.changes, key=lambda one: (one.rank, is_place(one), one.line))
        for change in by_weight[:most]:
            lines += _lines(change, room)
        if left := by_weight[most:]:
            lines.append(f"- and {by_kind(one.kind for one in left)}")
        lines += self._origins()
        lines += self._rests()
        return "\n".join(lines) + "\n\n"

    def _head(self, room: int, links: Links) -> str:
        first = self.changes[0]
        name = f"**{code(self.record)}**" if self.record else "**The brief itself**"
        where = f" in {code(self.brief)}" if self.brief else " in the library"
        place = f"{first.path}:{first.line}"
        gone = first.kind.endswith("-removed")
        address = None if gone else links.line(first.path, first.line)
        shown = f"[line {first.line}]({address})" if address else plain_place(place)
        if page := links.page(first):
            shown += f", [on the page]({page})"
        says = self.report.says_of(first)
        told = any((side or "").startswith(says)
                   for one in self.changes for side in (one.before, one.after))  # fmt: skip
        said = f": {long_code(says, min(room, _SAYS))}" if says and not told else ""
        return f"{name}{where} ({shown}){said}\n"

    def _origins(self) -> Iterator[str]:
        moved = [one for one in self.report.of_record(self.brief, self.record) if one.knock_on]
        for one in moved:
            if one.before is not None and one.after is not None:
                was, now = _moved_sides(one.before, one.after)
                yield f"- {one.words}: {code(was)} → {code(now)}"
        said = self.report.origins_of(self.changes[0])
        if said and not any(one.known is ChangeKind.origins_moved for one in moved):
            if any(one.known is ChangeKind.claim_added for one in self.changes):
                yield f"- origins: {code(said)}"
            elif not self.is_minor:
                yield f"- origins, as many as before: {code(said)}"

    def _rests(self) -> Iterator[str]:
        if any(one.known in _MOVES for one in self.changes):
            kinds = {one.kind for one in self.changes}
            if not kinds & {"evidence-added", "evidence-removed", "evidence-changed",
                            "stance-changed"}:  # fmt: skip
                yield "- No evidence was added or taken away."
        direct, through = self.report.rests_on(self.brief, self.record)
        if direct:
            more = f"; through that: {some(through)}" if through else ""
            yield f"- Rests on it: {some(direct)}{more}"


def is_place(change: ChangeView) -> bool:
    """Whether it only says where or when somebody read: that is told after others of its weight."""
    return (change.field or "").rpartition(".")[2] in _PLACES


def plain_place(place: str) -> str:
    """A path with its line; of a path with odd characters the line alone."""
    path, _, line = place.rpartition(":")
    usual = path.isprintable() and not set(path) & _ODD
    return code(place) if usual else f"line {line} of a file with an odd name"


def _moved_sides(before: str, after: str) -> tuple[str, str]:
    """Of what is counted for and against, the side that moved."""
    was, now = before.split("; "), after.split("; ")
    if before == after:
        return before, after
    left = [one for one in was if one not in now], [one for one in now if one not in was]
    return "; ".join(left[0]) or "none", "; ".join(left[1]) or "none"


def blocks(report: ChangeReport) -> list[Block]:
    """The blocks of a report, the weightiest first."""
    found: dict[tuple[str, str], Block] = {}
    for change in report.direct:
        key = (change.brief or "", change.record or "")
        found.setdefault(key, Block(report, *key)).changes.append(change)
    return sorted(found.values(), key=lambda block: block.order)


def by_kind(kinds: Iterable[str]) -> str:
    """“3 × note changed, 1 × verdict moved”: how many of which kind."""
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return counted_kinds(counts)


def counted_kinds(counts: Mapping[str, int], most: int = 10_000) -> str:
    """The same from numbers by kind, the weightiest first; at most so many kinds."""
    known = {kind.value: kind.rank for kind in ChangeKind}
    kinds = sorted(counts, key=lambda kind: (known.get(kind, 9_999), kind))
    said = ", ".join(f"{counts[kind]:,} × {kind.replace('-', ' ')}" for kind in kinds[:most])
    return f"{said} and other kinds" if kinds[most:] else said


def _lines(change: ChangeView, room: int) -> Iterator[str]:
    before, after = change.sides
    said = f"- **{change.title}**"
    if before is not None and after is not None:
        yield f"{said}: {both(before, after, room)}"
    elif after is not None or before is not None:
        yield f"{said}: {long_code(after if after is not None else before or '', room)}"
    else:
        yield said
    for one in change.holds:
        name = one.place.removeprefix(f"{change.place}, ") or one.place
        start = f"  - {name}: " if name else "  - "
        if one.before is not None and one.after is not None:
            yield f"{start}{both(one.before, one.after, room)}"
        elif one.after is not None:
            yield f"{start}{long_code(one.after, room)}"
        elif one.before is not None:
            was = "" if change.after is None else " → `none`"
            yield f"{start}{long_code(one.before, room)}{was}"
