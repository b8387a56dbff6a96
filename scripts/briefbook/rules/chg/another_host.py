"""CHG014 another-host: a source with the same title is read at another host."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefbook.analysis.changes import Comparison
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.canonical_form import folded
from briefbook.rules import Rule
from briefbook.rules.chg import changed_sources

KIND = Kind("CHG014", "another-host", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether an address stays with its host while the source stays the same by its title."""
    for placed, old, new in changed_sources(comparison):
        if not old.url or not new.url or folded(old.title) != folded(new.title):
            continue
        was, now = host(old.url), host(new.url)
        if not _is_same(was, now):
            yield Finding(
                KIND,
                f"The source “{placed.id}” was read at {was} and is now read at {now}, under the "
                "same title.",
                placed.place("url"),
                "Open both addresses. If the text has moved, say so in a note of the change; if "
                "this is another copy, make it a source of its own that derives from this one.",
            )


def host(url: str) -> str:
    """The host of an address, without “www.”."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _is_same(one: str, other: str) -> bool:
    """Whether one host is the other, or lies below it."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


RULE = Rule(KIND, __name__, compare=compare)
