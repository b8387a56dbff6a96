"""Sources as a tree of origins: each root with those that repeat it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefbook.analysis.edition import Edition
from briefbook.analysis.grades import current
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.model import Source
from briefbook.model.source import Seen
from briefbook.pages.context import Context, Link
from briefbook.text.url import safe_url


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in one line; `first` is False where the list has it above already, `doi` the address
    to print where it has no other, `number` its own in the page's list of sources.
    """

    id: str
    link: Link
    page: str
    title: str
    language: str | None
    translated: str
    grade: str
    date: str
    seen: str
    how: str
    letter: str
    url: str | None
    archived: str | None
    doi: str | None = None
    first: bool = True
    number: int = 0


@dataclass(frozen=True, slots=True)
class RootView:
    """A root, whose words it carries, and the sources that repeat it."""

    source: SourceView
    speakers: list[Link]
    repeats: list[SourceView]


def source_view(name: str, context: Context, root: str = "") -> SourceView:
    """A source in one line; `root` is what it is listed under."""
    source = context.edition.sources.get(name)
    page = context.url(address(Target("source", name)))
    if source is None:
        number = context.numbers.get(name, 0)
        return SourceView(
            name, context.source(name), page, "", None, "", "", "", "", "", "", None, None,
            number=number,
        )  # fmt: skip
    grade = current(source)
    hows = [item.how for item in source.derives_from if item.id == root and item.how]
    inferred = any(item.inferred for item in source.derives_from if item.id == root)
    say = context.locale.say
    parents = [item.id for item in source.derives_from]
    how = ""
    if root and parents and root not in parents:
        through = context.locale.joined([context.edition.short_name(one) for one in parents])
        how = say("through %(names)s", names=through)
    elif root:
        how = context.locale.word("how", hows[0]) if hows else say("repeats it")
    return SourceView(
        id=name,
        link=context.source(name),
        page=page,
        title=source.title,
        language=context.foreign(source.language),
        translated=source.translated_title or "",
        grade=grade.grade if grade else say("ungraded"),
        date=context.when(source.published or source.dated),
        seen=seen_words(source, context),
        letter=grade.grade if grade else "",
        url=safe_url(source.address) if source.address else None,
        archived=safe_url(source.archived_url) if source.archived_url else None,
        doi=None if source.url else source.doi_address,
        number=context.numbers.get(name, 0),
        how=say("%(how)s (our inference)", how=how) if how and inferred else how,
    )


def seen_words(source: Source, context: Context) -> str:
    """How much of a source the analyst read; nothing where nobody said."""
    say = context.locale.say
    words = {
        Seen.whole: say("read whole"),
        Seen.opening: say("only the opening read"),
        Seen.through_copies: say("read through copies"),
        Seen.not_seen: say("not read by us"),
    }
    return words[source.seen] if source.seen else ""


def numbered(names: Iterable[str], context: Context) -> dict[str, int]:
    """Sources with their numbers, in the order in which `source_tree` lists them."""
    groups = roots_with_repeats(names, context.edition)
    ordered = [one for root, repeats in groups.items() for one in (root, *repeats)]
    return {name: index + 1 for index, name in enumerate(dict.fromkeys(ordered))}


def roots_with_repeats(names: Iterable[str], edition: Edition) -> dict[str, list[str]]:
    """The roots of these sources, each with those that repeat it and those between; the most
    repeated first."""
    origins = edition.origins
    groups: dict[str, dict[str, None]] = {}
    for name in _with_between(names, edition):
        for root in origins.roots(name):
            group = groups.setdefault(root, {})
            if name != root:
                group[name] = None
    ordered = sorted(groups, key=lambda root: (-len(groups[root]), edition.short_name(root), root))
    return {root: list(groups[root]) for root in ordered}


def _with_between(names: Iterable[str], edition: Edition) -> dict[str, None]:
    """These sources, and behind each those through which it got its content, read or not."""
    found: dict[str, None] = {}
    for name in names:
        front = [name]
        while front:
            found.update(dict.fromkeys(front))
            behind = (p for one in front for p in edition.origins.parents(one))
            front = [one for one in dict.fromkeys(behind) if one not in found]
    return found


def source_tree(names: Iterable[str], context: Context) -> list[RootView]:
    """The roots of these sources, those with the most repeats first, then by name."""
    seen: set[str] = set()

    def entry(name: str, root: str = "") -> SourceView:
        first = name not in seen
        seen.add(name)
        return replace(source_view(name, context, root), first=first)

    return [
        RootView(
            source=entry(root),
            speakers=[context.entity(name) for name in _speakers(root, context)],
            repeats=[entry(name, root) for name in repeats],
        )
        for root, repeats in roots_with_repeats(names, context.edition).items()
    ]


def _speakers(root: str, context: Context) -> tuple[str, ...]:
    source = context.edition.sources.get(root)
    return source.speaker if source else ()
