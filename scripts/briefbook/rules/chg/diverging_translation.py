"""CHG015 diverging-translation: a verdict differs between the languages of one brief."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.analysis.edition import Edition
from briefbook.corpus import placed_in
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Claim, Judgment, Record
from briefbook.model.record import id_of
from briefbook.model.record_types import of_briefs
from briefbook.rules import Rule

KIND = Kind("CHG015", "diverging-translation", Severity.warning)
_FIELDS = ("verdict", "flaw", "likelihood", "confidence")


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether a claim or judgment that moved says the same in the brief's other languages."""
    touched = {change.brief for change in comparison.changes if change.brief}
    after, before = comparison.after, comparison.before
    told: set[tuple[str, str]] = set()
    for name in sorted(touched & after.briefs.keys()):
        for other in after.translations.get(name, ()):
            known = _differing(before, comparison.renamed.get(name, name), other)
            for record, said in _differing(after, name, other).items():
                pair = (record, min(name, other) + max(name, other))
                if known.get(record) == said or pair in told:
                    continue
                told.add(pair)
                yield _finding(comparison, name, other, record, said)


def _differing(edition: Edition, one: str, other: str) -> dict[str, tuple[str, ...]]:
    """What is said otherwise in two languages of a brief, by record."""
    if one not in edition.briefs or other not in edition.briefs:
        return {}
    mine, theirs = (_records(edition.briefs[name]) for name in (one, other))
    found = {}
    for name in mine.keys() & theirs.keys():
        if said := _said(mine[name], theirs[name]):
            found[name] = said
    return dict(sorted(found.items()))


def _records(brief: Brief) -> dict[str, Record]:
    return {id_of(record): record for record in (*brief.claims, *brief.judgments)}


def _said(one: Record, other: Record) -> tuple[str, ...]:
    for field in _FIELDS:
        was, now = (_word(getattr(record, field, None)) for record in (one, other))
        if was != now and isinstance(one, Claim | Judgment) and type(one) is type(other):
            return field, was, now
    return ()


def _word(value: object) -> str:
    word = getattr(value, "term", None) or value
    return str(getattr(word, "value", word) or "none")


def _finding(
    comparison: Comparison, name: str, other: str, record: str, said: tuple[str, ...]
) -> Finding:
    file = comparison.after.corpus.briefs[name]
    kinds = (kind for kind in of_briefs() if kind.model in (Claim, Judgment))
    placed = next(one for kind in kinds for one in placed_in(file, kind) if one.id == record)
    field, mine, theirs = said
    return Finding(
        KIND,
        f"The {field} of “{record}” is {mine} here and {theirs} in “{other}”, which is this brief "
        "in another language.",
        placed.place("statement" if mine == "none" else field),
        "Let both say the same, or say in the reasoning of one why they do not.",
    )


RULE = Rule(KIND, __name__, compare=compare)
