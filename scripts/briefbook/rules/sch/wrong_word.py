"""SCH003 wrong-word: found while reading (see briefbook.model); kinds of the house's own here."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding
from briefbook.model.barrier import Barrier, Field
from briefbook.model.finding_kinds import WRONG_WORD
from briefbook.model.question import Question
from briefbook.model.wrong_word import wrong_word
from briefbook.rules import Rule, each_file


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """Whether kinds of barriers and questions are of the list, or of the house's own."""
    words = [*Field, *edition.settings.kinds]
    typed = [
        *((one.record.kind, one.place("kind")) for one in edition.corpus.at(path, Barrier)),
        *((one.record.kind, one.place("kind")) for one in edition.corpus.at(path, Question)),
    ]
    for kind, place in typed:
        if kind and kind not in words:
            yield wrong_word(kind, words, place)


RULE = Rule(WRONG_WORD, __name__, each_file(check))
