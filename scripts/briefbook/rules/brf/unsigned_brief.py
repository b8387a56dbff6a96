"""BRF005 unsigned-brief: a published brief with fewer sign-offs than the policy asks for."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.people import Person
from briefbook.analysis.signoffs import SignedBrief
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Brief, Status
from briefbook.rules import Rule, each
from briefbook.text.listing import counted

KIND = Kind("BRF005", "unsigned-brief", Severity.warning)


def check(placed: Placed[Brief], edition: Edition) -> Iterator[Finding]:
    """Whether enough people who did not write it have signed the whole brief."""
    needed = edition.settings.signoffs
    if placed.record.status is not Status.published or not needed:
        return
    people = edition.people
    authors = [Person(name) for name in placed.record.authors]
    signed = SignedBrief(placed.record, edition.sources)
    signers = (
        Person(item.by) for item in placed.record.signoffs
        if item.record is None and signed.stands(item)
    )  # fmt: skip
    count = people.count(
        one for one in signers
        if people.is_reviewer(one) and not any(people.same(one, author) for author in authors)
    )  # fmt: skip
    if count < needed:
        yield Finding(
            KIND,
            f"This brief is published with {counted(count, 'sign-off')} by others than its "
            f"authors; {needed} must sign.",
            placed.place("status"),
            "Let somebody who did not write it read it and sign it with “briefbook sign”; a "
            "sign-off counts while its hash is that of what the brief says.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check))
