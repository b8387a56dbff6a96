"""Sources as a tree of origins: each root with those that repeat it."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefbook.analysis.grades import current
from briefbook.pages.blocks.context import Context, Link

SEEN = {
    "whole": "read whole",
    "opening": "opening read",
    "through-copies": "read through copies",
    "not-seen": "not read by us",
}


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in one line."""

    id: str
    link: Link
    title: str
    language: str | None
    translated: str
    grade: str
    date: str
    seen: str
    how: str


@dataclass(frozen=True, slots=True)
class RootView:
    """A root, whose words it carries, and the sources that repeat it."""

    source: SourceView
    speakers: list[Link]
    repeats: list[SourceView]


def source_view(name: str, context: Context, root: str = "") -> SourceView:
    """A source in one line; `root` is what it is listed under."""
    source = context.edition.sources.get(name)
    if source is None:
        return SourceView(name, context.source(name), "", None, "", "", "", "", "")
    grade = current(source)
    hows = [item.how for item in source.derives_from if item.id == root and item.how]
    inferred = any(item.inferred for item in source.derives_from if item.id == root)
    how = (hows[0].value if hows else "repeats it") if root else ""
    return SourceView(
        id=name,
        link=context.source(name),
        title=source.title,
        language=source.language,
        translated=source.translated_title or "",
        grade=grade.grade if grade else "ungraded",
        date=context.when(source.published or source.dated),
        seen=SEEN[source.seen] if source.seen else "",
        how=f"{how} (our inference)" if how and inferred else how,
    )


def source_tree(names: Iterable[str], context: Context) -> list[RootView]:
    """The roots of these sources, those with the most repeats first, then by name."""
    origins = context.edition.origins
    groups: dict[str, dict[str, None]] = {}
    for name in names:
        for root in origins.roots(name):
            group = groups.setdefault(root, {})
            if name != root:
                group[name] = None
    ordered = sorted(
        groups, key=lambda root: (-len(groups[root]), context.edition.short_name(root), root)
    )
    return [
        RootView(
            source=source_view(root, context),
            speakers=[context.entity(name) for name in _speakers(root, context)],
            repeats=[source_view(name, context, root) for name in groups[root]],
        )
        for root in ordered
    ]


def _speakers(root: str, context: Context) -> tuple[str, ...]:
    source = context.edition.sources.get(root)
    return source.speaker if source else ()
