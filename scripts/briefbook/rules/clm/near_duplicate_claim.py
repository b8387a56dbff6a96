"""CLM010 near-duplicate-claim: two claims in almost the same words."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.near_duplicates import near_duplicates
from briefbook.corpus import Placed, Target
from briefbook.findings import Finding, Kind, Label, Severity
from briefbook.model import Brief, Claim
from briefbook.rules import Rule, whole

KIND = Kind("CLM010", "near-duplicate-claim", Severity.warning)


def check(edition: Edition) -> Iterator[Finding]:
    """Each claim that is much like an earlier one, unless the two are known to be related."""
    return _among(edition, None)


def in_file(edition: Edition, path: str) -> Iterator[Finding]:
    """The same in one file."""
    return _among(edition, path)


def _among(edition: Edition, path: str | None) -> Iterator[Finding]:
    corpus = edition.corpus
    statements = {
        (file.path, index): signs
        for file in corpus.briefs.values()
        for index, signs in enumerate(file.statement_signs)
        if signs
    }
    ordered = dict(sorted(statements.items()))
    wanted = None if path is None else [key for key in ordered if key[0] == path]
    if wanted is not None and not wanted:
        return
    for like in near_duplicates(ordered, wanted):
        later, earlier = _claim(edition, *like.later), _claim(edition, *like.earlier)
        if not _are_related(later, earlier) and not _are_related(earlier, later):
            yield _finding(later, earlier)


def _claim(edition: Edition, path: str, index: int) -> Placed[Claim]:
    return edition.corpus.at(path, Claim)[index]


def _finding(later: Placed[Claim], earlier: Placed[Claim]) -> Finding:
    return Finding(
        KIND,
        f"This claim says almost the same as “{_named(earlier.target, later)}”.",
        later.place("statement"),
        "Keep one and link to it with `[[…]]` or `depends_on`; if they differ, let the "
        "statements say in what.",
        (Label(earlier.place("statement"), "the other one"),),
    )


def _are_related(one: Placed[Claim], other: Placed[Claim]) -> bool:
    """Part and whole, contradiction, or a brief and its translation."""
    names = {other.id, f"{other.brief_id}#{other.id}"}
    named = {one.record.part_of, *one.record.contradicts}
    return bool(names & named) or _translates(one.brief, other.brief_id)


def _translates(brief: Brief | None, other: str) -> bool:
    return brief is not None and brief.translation_of == other


def _named(target: Target, seen_from: Placed[Claim]) -> str:
    return target.id if target.brief == seen_from.brief_id else f"{target.brief}#{target.id}"


RULE = Rule(KIND, __name__, whole(check, in_file))
