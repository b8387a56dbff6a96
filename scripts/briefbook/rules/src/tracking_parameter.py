"""SRC009 tracking-parameter: an address with parameters that only follow readers."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.same_work import without_tracking
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, each
from briefbook.rules.replaced import replaced

KIND = Kind("SRC009", "tracking-parameter", Severity.note)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether the address is shorter without them."""
    url = placed.record.url or ""
    plain = without_tracking(url)
    if plain != url:
        edits = replaced(placed, edition, ("url",), url, plain)
        yield Finding(
            KIND,
            f"The address of “{placed.id}” carries tracking parameters.",
            placed.place("url"),
            f"Write {plain}" + (" (“briefbook check --fix” does)." if edits else "."),
            edits=edits,
        )


RULE = Rule(KIND, __name__, each(Source)(check))
