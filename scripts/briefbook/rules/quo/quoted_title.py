"""QUO009 quoted-title: a quotation that is nothing but the title of its source."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim, Judgment, Question
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each
from briefbook.rules.quo.quoted import shown

KIND = Kind("QUO009", "quoted-title", Severity.warning)


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Quotations of evidence that repeat the title of their source, or of the copy read."""
    for steps, item in placed.evidence():
        if item.quote is None:
            continue
        sources = (edition.sources.get(name or "") for name in (item.via, item.source))
        if any(_bare(item.quote.exact) == _bare(source.title) for source in sources if source):
            yield Finding(
                KIND,
                f"“{shown(item.quote.exact)}” is the title of the source, and not what it says.",
                placed.place(*steps, "quote", "exact"),
                "Quote the sentence that carries the claim: titles are often written by others, "
                "and sharper than the text.",
            )


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier, Judgment)(check))
