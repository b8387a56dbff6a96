"""What stands on a page at a changed record: its changes, each with before and after, on demand."""

from collections.abc import Iterable, Sequence

from briefbook.diff.change_view import ChangeView, DetailView
from briefbook.text.excerpt import excerpt, shortened
from briefbook.text.html import Html, join, tag
from briefbook.text.terminal import visible

_ROOM = 1_500
_NAMED = 4


def note(changes: Sequence[ChangeView]) -> Html:
    """The note above a changed record."""
    weighty = sorted(changes, key=lambda one: one.rank)
    words = list(dict.fromkeys(_label(one) for one in weighty))
    more = f" and {len(words) - _NAMED} more" if len(words) > _NAMED else ""
    head = tag("summary", f"Changed here: {', '.join(words[:_NAMED])}{more}")
    return tag("details", head, tag("dl", join(_rows(weighty))), class_="bb-changed")


def overview(entries: Iterable[tuple[str, str, str]], left: int) -> Html:
    """What stands first on the front page: each changed page and record (address, name, what)."""
    rows = [
        tag("li", tag("a", name, href=address) if address else name, f": {what}")
        for address, name, what in entries
    ]
    rows += [tag("li", f"and {left:,} more")] if left else []
    return tag(
        "section",
        tag("h2", "What this change alters"),
        tag(
            "p", "This is a preview. Changed records have a bar, and open to show what stood there."
        ),
        tag("ul", join(rows)),
        class_="bb-changes",
    )


def _label(change: ChangeView) -> str:
    if change.names_its_field or change.is_of_whole or not change.place:
        return change.words
    return visible(change.place)


def _rows(changes: Sequence[ChangeView]) -> list[Html]:
    rows: list[Html] = []
    for change in changes:
        rows += [tag("dt", _label(change)), _sides(*change.sides)]
        for part in change.holds:
            rows += [tag("dt", visible(part.place)), _sides(*_both(part, change))]
    return rows


def _both(part: DetailView, change: ChangeView) -> tuple[str | None, str | None]:
    came_or_went = change.before is None or change.after is None
    if part.before is not None and part.after is None and not came_or_went:
        return part.before, "none"
    return part.before, part.after


def _sides(before: str | None, after: str | None) -> Html:
    if before is not None and after is not None:
        was, now = excerpt(before, after, _ROOM, spell=False)
        return tag("dd", tag("del", visible(was)), " ", tag("ins", visible(now)))
    if before is not None:
        return tag("dd", tag("del", visible(shortened(before, _ROOM))))
    return tag("dd", tag("ins", visible(shortened(after or "", _ROOM))))
