"""CHG014 another-host: a source with the same title is read at another host."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from briefbook.analysis.changes import Comparison
from briefbook.analysis.mirrors import archived_original, main_host
from briefbook.analysis.same_work import normal_url
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Record, Source
from briefbook.rules import Rule
from briefbook.rules.chg import changed_sources, is_titled_alike
from briefbook.text.skeleton import as_seen

_ALIKE = 0.85
_OF_MANY = frozenset({
    "github.io", "github.com", "gitlab.io", "pages.dev", "netlify.app", "vercel.app", "web.app",
    "firebaseapp.com", "herokuapp.com", "azurewebsites.net", "cloudfront.net", "amazonaws.com",
    "s3.amazonaws.com", "blogspot.com", "wordpress.com", "substack.com", "medium.com", "ghost.io",
    "tumblr.com", "livejournal.com", "weebly.com", "wixsite.com", "notion.site", "narod.ru",
    "ucoz.ru", "readthedocs.io", "surge.sh", "glitch.me", "neocities.org",
})  # fmt: skip
"""Hosts below which everybody has a place of their own."""
_BY_FOLDER = frozenset({
    "github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "huggingface.co", "medium.com",
    "t.me", "x.com", "twitter.com", "facebook.com", "instagram.com", "linkedin.com", "vk.com",
    "weibo.com", "raw.githubusercontent.com", "bsky.app", "threads.net",
})  # fmt: skip
"""Hosts on which everybody has a folder of their own."""
_SHELVES = frozenset({"s", "in", "company", "datasets", "spaces", "@", "groups", "pages"})
"""Folders of such hosts that lie above the accounts."""
_ARCHIVES = frozenset({
    "archive.org", "web.archive.org", "perma.cc", "webcitation.org", "ghostarchive.org",
    "arquivo.pt", "webarchive.org.uk", "webarchive.nationalarchives.gov.uk", "archive-it.org",
    "wayback.archive-it.org", "swap.stanford.edu", "megalodon.jp", "webarchive.loc.gov",
    "archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.md",
    "archive.fo",
})  # fmt: skip
KIND = Kind("CHG014", "another-host", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether an address stays with its host, a copy lies at an archive, and no new source takes
    the title of one that is there."""
    for placed, old, new in changed_sources(comparison):
        yield from _copy(placed, old, new)
        was, now = host(old.address or ""), host(new.address or "")
        if not was or not now or (_is_same(was, now) and not _is_another_work(old, new)):
            continue
        other = "another copy, make it a source of its own that derives from this one"
        if _is_same(was, now):
            as_what = " as another text"
            other = "another text, make it a source of its own"
        elif is_titled_alike(old, new):
            as_what = ", under the same title"
        elif _looks_like(was, now):
            as_what = ", which looks like it"
        else:
            as_what = " under another title: that is another text, and what cites it rests on it"
            other = "another text, make it a source of its own"
        yield Finding(
            KIND,
            f"The source “{placed.id}” was read at {was} and is now read at {now}{as_what}.",
            placed.place("url" if new.url else "doi"),
            "Open both addresses. If the text has moved, say so in the pull request; if "
            f"this is {other}.",
        )
    yield from _namesakes(comparison)


def _is_another_work(old: Source, new: Source) -> bool:
    """Whether title and address both changed, or the registrant of a DOI."""
    one, other = normal_url(old.address or ""), normal_url(new.address or "")
    if one.startswith("doi:") and other.startswith("doi:"):
        return one.partition("/")[0] != other.partition("/")[0]
    return one != other and not is_titled_alike(old, new)


def _copy(placed: Placed[Record], old: Source, new: Source) -> Iterator[Finding]:
    """Whether another archived copy lies at a web archive, or where the page itself does."""
    if not new.archived_url or new.archived_url == old.archived_url:
        return
    there = host(new.archived_url)
    if archived_original(new.archived_url) or there in _ARCHIVES:
        return
    if not _is_same(there, host(new.address or "")):
        yield Finding(
            KIND,
            f"The archived copy of “{placed.id}” lies at {there} now, which is no web archive that "
            "we know.",
            placed.place("archived_url"),
            "Open it. If it is a copy that can be relied on, say so in the pull request.",
        )


def _looks_like(one: str, other: str) -> bool:
    """Whether a host may be taken for another one."""
    return SequenceMatcher(None, one, other).ratio() > _ALIKE


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
    return as_seen(source.title), as_seen(source.publisher or "")


def host(url: str) -> str:
    """The host of an address, without “www.” and “m.”, and the account where these are folders."""
    found = urlsplit(url)
    name = main_host(found.hostname or "")
    if name not in _BY_FOLDER:
        return name
    parts = [part for part in found.path.casefold().split("/") if part]
    if len(parts) > 1 and parts[0] in _SHELVES:
        del parts[0]
    return f"{name}/{parts[0] if parts else ''}"


def _is_same(one: str, other: str) -> bool:
    """Whether one host is the other, or lies below it and has the same owner."""
    shorter, longer = sorted((one, other), key=len)
    below = longer.endswith(f".{shorter}") and shorter not in _OF_MANY
    return one == other or below


RULE = Rule(KIND, __name__, compare=compare)
