"""SRC004 source-without-address: a source that a reader cannot find."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, each
from briefbook.rules.src.stubs import is_stub

KIND = Kind("SRC004", "source-without-address", Severity.warning)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether it has a URL or a DOI, or is held; sources that nobody read are spared."""
    source = placed.record
    if not (source.url or source.archived_url or source.doi or source.held or is_stub(source)):
        yield Finding(
            KIND,
            f"The source “{placed.id}” has no address: a reader cannot look it up.",
            placed.place("id"),
            "Add `url:`, `archived_url:` or `doi:`; of a text that you hold yourselves say under "
            "`held:` where; if you know it through others only, say `seen: not-seen` or "
            "`through-copies`.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
