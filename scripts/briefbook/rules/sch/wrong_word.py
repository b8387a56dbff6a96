"""SCH003 wrong-word: found while reading (see briefbook.model); kinds of the house's own here."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding
from briefbook.model.barrier import Barrier, Field
from briefbook.model.finding_kinds import WRONG_WORD
from briefbook.model.question import Question
from briefbook.model.wrong_word import wrong_word
from briefbook.rules import Rule, whole


def check(edition: Edition) -> Iterator[Finding]:
    """Whether kinds of barriers and questions are of the list, or of the house's own."""
    words = [*Field, *edition.settings.kinds]
    known = frozenset(words)
    for placed in (*edition.corpus.placed(Barrier), *edition.corpus.placed(Question)):
        record = placed.record
        if isinstance(record, Barrier | Question) and record.kind and record.kind not in known:
            yield wrong_word(record.kind, words, placed.place("kind"))


RULE = Rule(WRONG_WORD, __name__, whole(check))
