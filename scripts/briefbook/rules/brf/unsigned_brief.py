"""BRF005 unsigned-brief: a published brief with fewer sign-offs than the policy asks for."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
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
    authors = {name.casefold() for name in placed.record.authors}
    signed = SignedBrief(placed.record)
    standing = (
        item for item in placed.record.signoffs if item.record is None and signed.stands(item)
    )
    signers = {item.by.casefold() for item in standing} - authors
    if len(signers) < needed:
        yield Finding(
            KIND,
            f"This brief is published with {counted(len(signers), 'sign-off')} by others than its "
            f"authors; {needed} must sign.",
            placed.place("status"),
            "Let somebody who did not write it read it and sign it with “briefbook sign”; a "
            "sign-off counts while its hash is that of what the brief says.",
        )


RULE = Rule(KIND, __name__, each(Brief)(check))
