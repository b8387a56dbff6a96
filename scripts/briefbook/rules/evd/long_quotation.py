"""EVD002 long-quotation: a quotation of more than twelve words."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Route, Severity
from briefbook.model import Claim, Question
from briefbook.model.barrier import Barrier
from briefbook.model.withdrawal import Identified
from briefbook.rules import Rule, each

KIND = Kind("EVD002", "long-quotation", Severity.warning)
MOST = 12
_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_A_WORD_OF_HAN = 2  # Chinese words have about two characters


def check(placed: Placed[Identified], edition: Edition) -> Iterator[Finding]:
    """Whether quotations from evidence, and the wording of a claim, are short."""
    for steps, item in placed.evidence():
        if item.quote:
            yield from _too_long(placed, item.quote.exact, (*steps, "quote", "exact"))
    if isinstance(placed.record, Claim):
        for n, said in enumerate(placed.record.said):
            yield from _too_long(placed, said.exact, ("said", n, "exact"))


def _too_long(placed: Placed[Identified], text: str, steps: Route) -> Iterator[Finding]:
    length = words(text)
    if length > MOST:
        yield Finding(
            KIND,
            f"This quotation has about {length} words; {MOST} are the most.",
            placed.place(*steps),
            "Quote the words that matter and tell the rest in your own.",
        )


def words(text: str) -> int:
    """The number of words; two Chinese characters count as one."""
    han = len(_HAN.findall(text))
    return len(_WORD.findall(_HAN.sub(" ", text))) + -(-han // _A_WORD_OF_HAN)


RULE = Rule(KIND, __name__, each(Claim, Question, Barrier)(check))
