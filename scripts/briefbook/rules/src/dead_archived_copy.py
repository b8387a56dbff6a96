"""SRC012 dead-archived-copy: an archived copy that cannot be read any more."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswers, LinkState
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_records

KIND = Kind("SRC012", "dead-archived-copy", Severity.warning)


def check_answers(edition: Edition, answers: LinkAnswers) -> Iterator[Finding]:
    """Sources whose archived copy is gone."""
    for placed in current_records(edition, Source):
        answer = answers.get(placed.record.archived_url or "")
        if answer is not None and answer.state is LinkState.gone:
            yield Finding(
                KIND,
                f"The archived copy of “{placed.id}” is not there any more ({answer.said}).",
                placed.place("archived_url"),
                "Archive the page again while it stands, or write the address of another copy.",
            )


RULE = Rule(KIND, __name__, check_answers=check_answers, timely=True)
