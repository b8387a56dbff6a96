"""EST005 likelihood-beside-confidence: both in one sentence."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.estimative_language import estimative_phrases
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Claim, Judgment, Record
from briefbook.rules import Rule, each

KIND = Kind("EST005", "likelihood-beside-confidence", Severity.warning)
_CONFIDENCE = re.compile(
    r"\b(?:(?:high|moderate|medium|low|little|great|full)\s+confidence|confidently|"
    r"we\s+are\s+(?:\w+\s+)?confident)\b",
    re.IGNORECASE,
)
_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Brief: ("summary", "scope", "background"),
    Claim: ("reasoning",),
    Judgment: ("statement", "because", "confidence_because", "implications"),
}


def check(placed: Placed[Record], edition: Edition) -> Iterator[Finding]:
    """Whether a sentence of English prose holds an estimate and a level of confidence."""
    if placed.brief is None or not edition.language(placed.brief).startswith("en"):
        return
    for field in _FIELDS[type(placed.record)]:
        text = getattr(placed.record, field) or ""
        if not _CONFIDENCE.search(text):
            continue
        for found in estimative_phrases(text):
            if _CONFIDENCE.search(found.sentence):
                yield Finding(
                    KIND,
                    f"One sentence says both how likely (“{found.words}”) and how sure.",
                    placed.place(field),
                    "Give the confidence a sentence of its own.",
                )
                break


RULE = Rule(KIND, __name__, each(Brief, Claim, Judgment)(check))
