"""SRC009 tracking-parameter: an address with parameters that only follow readers."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.same_work import without_tracking
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, each
from briefbook.rules.src.replaced import replaced

KIND = Kind("SRC009", "tracking-parameter", Severity.note)


def check(at: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether the address is shorter without them."""
    url = at.record.url or ""
    plain = without_tracking(url)
    if plain != url:
        edits = replaced(at, edition, ("url",), url, plain)
        yield Finding(
            KIND,
            f"The address of “{at.id}” carries tracking parameters.",
            at.place("url"),
            f"Write {plain}" + (" (“briefbook check --fix” does)." if edits else "."),
            edits=edits,
        )


RULE = Rule(KIND, __name__, each(Source)(check))
