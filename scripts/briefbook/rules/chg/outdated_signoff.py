"""CHG006 outdated-signoff: a sign-off does not count, or no longer: what was signed is another."""

from collections.abc import Iterator

from briefbook.analysis.changes import Comparison
from briefbook.analysis.people import People, Person
from briefbook.analysis.signoffs import SignedBrief
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief
from briefbook.model.canonical_form import folded
from briefbook.model.signoff import Signoff
from briefbook.rules import Rule

KIND = Kind("CHG006", "outdated-signoff", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether sign-offs that stood in the base still stand, and new ones count at all."""
    before = comparison.before.briefs
    for placed in comparison.after.corpus.placed(Brief):
        if not placed.record.signoffs or placed.is_withdrawn:
            continue
        now = SignedBrief(placed.record, comparison.after.sources)
        old = before.get(comparison.renamed.get(placed.brief_id, placed.brief_id))
        yield from _uncounted(placed, {_key(item) for item in old.signoffs} if old else set(), now,
                              comparison.after.people)  # fmt: skip
        if old is not None:
            signed = SignedBrief(old, comparison.before.sources)
            yield from _voided(placed, {_key(i) for i in old.signoffs if signed.stands(i)}, now)


_Key = tuple[str | None, str, str | None]


def _key(item: Signoff) -> _Key:
    return item.record, item.by, item.hash


def _uncounted(
    placed: Placed[Brief], known: set[_Key], signed: SignedBrief, people: People
) -> Iterator[Finding]:
    pairs = {(by, mark) for _, by, mark in known if mark}
    for index, item in enumerate(placed.record.signoffs):
        if _key(item) in known or (item.by, item.hash) in pairs:
            continue  # there before, as it is or under a record's former id
        what = f"“{item.record}”" if item.record else "the brief"
        by, why = folded(item.by), ""
        if item.hash is None:
            why = "has no hash, so that it is bound to nothing"
        elif not signed.stands(item):
            why = "was written for another text than what stands here, or for other sources"
        elif not people.is_reviewer(Person(item.by)):
            why = "is by somebody whom the list of reviewers in mkdocs.yml does not have"
        if why:
            yield Finding(
                KIND,
                f"The sign-off of {what} by {by} comes with this change and does not count: it "
                f"{why}.",
                placed.place("signoffs", index),
                f"Ask {by} to look at what stands here now and to sign it: briefbook sign.",
            )


def _voided(placed: Placed[Brief], stood: set[_Key], signed: SignedBrief) -> Iterator[Finding]:
    for index, item in enumerate(placed.record.signoffs):
        if _key(item) in stood and not signed.stands(item):
            what = f"“{item.record}”" if item.record else "the brief"
            yield Finding(
                KIND,
                f"{item.by} signed {what} before its meaning, or what its sources are worth, "
                "changed: the sign-off no longer stands.",
                placed.place("signoffs", index),
                "Ask for another look: briefbook sign writes a new entry. The old one may stay as "
                "a record of what was signed.",
            )


RULE = Rule(KIND, __name__, compare=compare)
