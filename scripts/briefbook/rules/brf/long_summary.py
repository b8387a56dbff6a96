"""BRF003 long-summary: a bottom line of more than three sentences or a hundred words."""

import re
from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.rules import Rule, each
from briefbook.text.listing import counted
from briefbook.text.sentences import sentences

KIND = Kind("BRF003", "long-summary", Severity.warning)
SENTENCES = 3
WORDS = 100
_WORD = re.compile(r"[\u3400-\u9fff]{2}|[^\W\u3400-\u9fff]+(?:['’-]\w+)*")


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether the summary is short."""
    summary = placed.record.summary
    found, words = len(list(sentences(summary))), len(_WORD.findall(summary))
    if found > SENTENCES or words > WORDS:
        yield Finding(
            KIND,
            f"The summary has {counted(found, 'sentence')} and {counted(words, 'word')}; "
            f"{SENTENCES} and {WORDS} are the most.",
            placed.place("summary"),
            "Say what is true, what is not and what is open; the rest belongs in `background`.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check))
