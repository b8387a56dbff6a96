"""REF014 unknown-option: a rating for a hypothesis that its record does not list."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.findings import Finding, Kind, Place
from briefbook.model.scalars import is_id
from briefbook.rules import Rule, each_file
from briefbook.rules.ref.matrices import matrices
from briefbook.text.suggest import nearest

KIND = Kind("REF014", "unknown-option")


def check(edition: Edition, path: str) -> Iterator[Finding]:
    """Every key under `ratings` that is no option's id."""
    for matrix in matrices(edition.corpus, path):
        known = dict(matrix.options)
        for name, route in matrix.rated:
            if name in known or not is_id(name):
                continue
            guess = nearest(name, known)
            hint = f"Did you mean “{guess}”? " if guess else ""
            rest = f"Rate these: {', '.join(known)}." if known else "List them under `options`."
            yield Finding(
                KIND,
                f"“{name}” is not one of the hypotheses that are compared here.",
                Place(path, route, on_key=True),
                hint + rest,
            )


RULE = Rule(KIND, __name__, each_file(check))
