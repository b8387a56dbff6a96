"""REF014 unknown-option: a rating for a hypothesis that its record does not list."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.rules import Rule, whole
from briefbook.text.suggest import nearest

KIND = Kind("REF014", "unknown-option")


def check(edition: Edition) -> Iterator[Finding]:
    """Every key under `ratings` that is no option's id."""
    corpus = edition.corpus
    for file in corpus.briefs.values():
        for index, record in enumerate(file.brief.hypotheses if file.brief else ()):
            known = [option.id for option in record.options]
            for row, item in enumerate(record.matrix):
                for name in item.ratings:
                    if name not in known:
                        route = ("hypotheses", index, "matrix", row, "ratings", name)
                        guess = nearest(name, known)
                        hint = f"Did you mean “{guess}”? " if guess else ""
                        yield Finding(
                            KIND,
                            f"“{name}” is not one of the hypotheses that are compared here.",
                            Place(file.path, route, on_key=True),
                            f"{hint}Rate these: {', '.join(known)}.",
                        )


RULE = Rule(KIND, __name__, whole(check))
