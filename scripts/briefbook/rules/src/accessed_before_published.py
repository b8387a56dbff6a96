"""SRC006 accessed-before-published: a source that was read before it appeared."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind
from briefbook.model import Source
from briefbook.rules import Rule, each

KIND = Kind("SRC006", "accessed-before-published")


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether the last possible day of reading lies before the first one of publication."""
    read, out = placed.record.accessed, placed.record.published
    last = read.last if read else None
    first = out.first if out else None
    if read and out and last is not None and first is not None and last < first:
        yield Finding(
            KIND,
            f"“{placed.id}” was read on {read.text}, before it was published on {out.text}.",
            placed.place("accessed"),
            "One of the two dates is wrong: correct it.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
