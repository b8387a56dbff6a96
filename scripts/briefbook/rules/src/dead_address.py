"""SRC011 dead-address: a source's address that leads nowhere now, without an archived copy."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswers, LinkState
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_records

KIND = Kind("SRC011", "dead-address", Severity.warning)


def check_answers(edition: Edition, answers: LinkAnswers) -> Iterator[Finding]:
    """Sources whose page is gone, unless a copy of it can still be read."""
    for placed in current_records(edition, Source):
        answer = answers.get(placed.record.address or "")
        if answer is None or answer.state is not LinkState.gone:
            continue
        copy = placed.record.archived_url
        if copy and (copy not in answers or answers[copy].state is not LinkState.gone):
            continue
        yield Finding(
            KIND,
            f"The address of “{placed.id}” leads nowhere any more ({answer.said})"
            + (", and neither does that of its archived copy." if copy else "."),
            placed.place("url" if placed.record.url else "doi"),
            "Look for a copy in a web archive and write its address under `archived_url`; if the "
            "page has only moved, write its new address.",
        )


RULE = Rule(KIND, __name__, check_answers=check_answers, timely=True)
