"""SRC005 undated-news: a news item without a date."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.model.source import SourceType
from briefbook.rules import Rule, each
from briefbook.rules.src.stubs import is_stub

KIND = Kind("SRC005", "undated-news", Severity.warning)
_NEWS = (
    SourceType.article_newspaper,
    SourceType.article_magazine,
    SourceType.interview,
    SourceType.post,
    SourceType.post_weblog,
)


def check(placed: Placed[Source], edition: Edition) -> Iterator[Finding]:
    """Whether news has a date, be it `unknown`; sources that nobody read are spared."""
    source = placed.record
    if source.type in _NEWS and not (source.published or source.dated or is_stub(source)):
        yield Finding(
            KIND,
            f"The news item “{placed.id}” has no date.",
            placed.place("id"),
            "Add `published:`; a month or a year will do, and `unknown` if it cannot be found.",
        )


RULE = Rule(KIND, __name__, each(Source)(check))
