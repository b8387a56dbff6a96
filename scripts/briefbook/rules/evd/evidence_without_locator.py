"""EVD005 evidence-without-locator: an item from a long document that does not say where."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Question, Stance
from briefbook.model.barrier import Barrier
from briefbook.model.source import SourceType
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("EVD005", "evidence-without-locator", Severity.note)
_LONG = (
    SourceType.article_journal,
    SourceType.book,
    SourceType.dataset,
    SourceType.legislation,
    SourceType.regulation,
    SourceType.report,
)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether items from reports, books, laws and data sets have a locator or a quotation."""
    for steps, item in placed.evidence():
        source = edition.sources.get(item.via or item.source)
        if (
            source
            and source.type in _LONG
            and item.stance not in (Stance.silent, Stance.absent)
            and not (item.locator or item.quote)
        ):
            yield Finding(
                KIND,
                f"This item does not say where in “{item.source}” to look.",
                placed.place(*steps, "source"),
                "Add `locator:` with a page, section, article or table.",
            )


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
