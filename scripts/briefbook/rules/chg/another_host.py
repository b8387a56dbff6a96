"""CHG014 another-host: a source with the same title is read at another host."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.model.canonical_form import folded
from briefbook.rules import Rule
from briefbook.rules.chg import changed_sources
from briefbook.text.rewording import says_the_same

KIND = Kind("CHG014", "another-host", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether an address stays with its host while the source stays the same by its title, and no
    new source takes the title of one that is there."""
    for placed, old, new in changed_sources(comparison):
        if not old.address or not new.address or not says_the_same(old.title, new.title):
            continue
        was, now = host(old.address), host(new.address)
        if not _is_same(was, now):
            yield Finding(
                KIND,
                f"The source “{placed.id}” was read at {was} and is now read at {now}, under the "
                "same title.",
                placed.place("url" if new.url else "doi"),
                "Open both addresses. If the text has moved, say so in a `note` of the source; if "
                "this is another copy, make it a source of its own that derives from this one.",
            )
    yield from _namesakes(comparison)


def _namesakes(comparison: Comparison) -> Iterator[Finding]:
    """New sources with title and publisher of one that was there, at another host, which do not say
    that they repeat it, nor that they came out at another time."""
    known: dict[tuple[str, str], list[tuple[str, Source]]] = {}
    for name, source in comparison.before.sources.items():
        if source.address and source.publisher:
            known.setdefault(_named(source), []).append((name, source))
    for pair in comparison.pairs:
        new = pair.after.record if pair.after and not pair.before else None
        if not isinstance(new, Source) or pair.after is None or not new.address:
            continue
        for name, old in known.get(_named(new), ()):
            was, now = host(old.address or ""), host(new.address)
            if _is_same(was, now) or any(one.id == name for one in new.derives_from):
                continue
            if new.published and old.published and new.published != old.published:
                continue
            yield Finding(
                KIND,
                f"The new source “{pair.id}”, at {now}, has title and publisher of “{name}”, which "
                f"was read at {was}.",
                pair.after.place("url" if new.url else "doi"),
                f"Open both addresses. If it is a copy, let it derive from “{name}”; if it is "
                "another text, let its title say so.",
            )
            break


def _named(source: Source) -> tuple[str, str]:
    return folded(source.title).casefold(), folded(source.publisher or "").casefold()


def host(url: str) -> str:
    """The host of an address, without “www.”."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _is_same(one: str, other: str) -> bool:
    """Whether one host is the other, or lies below it."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


RULE = Rule(KIND, __name__, compare=compare)
