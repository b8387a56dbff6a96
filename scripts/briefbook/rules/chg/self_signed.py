"""CHG009 self-signed: somebody signed a brief that they wrote."""

from collections.abc import Iterator

from briefbook.analysis.change_kinds import ChangeKind
from briefbook.analysis.changes import Comparison
from briefbook.analysis.people import Person
from briefbook.findings import Finding, Kind, Severity
from briefbook.model.canonical_form import folded
from briefbook.rules import Rule
from briefbook.rules.chg import brief_of_change

KIND = Kind("CHG009", "self-signed", Severity.warning)


def compare(comparison: Comparison) -> Iterator[Finding]:
    """Whether each new sign-off is by somebody who neither is an author nor committed changes."""
    for change in comparison.changes:
        here = (
            brief_of_change(comparison, change) if change.kind == ChangeKind.signoff_added else None
        )
        index = change.place.route[1] if len(change.place.route) > 1 else None
        if here is None or not isinstance(index, int):
            continue
        who = Person(here.record.signoffs[index].by)
        people = comparison.after.people
        signing = comparison.signing.get((here.path, index))
        author = next((name for name in here.record.authors if people.same(who, Person(name))), "")
        how = "as an author of the brief" if author else signing.wrote if signing else ""
        if how:
            by = folded(who.name)
            alike = f", who is “{folded(author)}”" if author and folded(author) != by else ""
            yield Finding(
                KIND,
                f"{by}{alike} signed what {by} wrote: {how}.",
                change.place,
                "Let somebody who did not write it read and sign it: briefbook sign.",
            )


RULE = Rule(KIND, __name__, compare=compare)
