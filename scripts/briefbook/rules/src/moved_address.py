"""SRC014 moved-address: an address whose page has moved for good to another."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.link_state import LinkAnswers
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Source
from briefbook.rules import Rule, current_records

KIND = Kind("SRC014", "moved-address", Severity.note)


def check_answers(edition: Edition, answers: LinkAnswers) -> Iterator[Finding]:
    """Addresses of sources and of their copies that lead on for good; a DOI is no address."""
    for placed in current_records(edition, Source):
        source = placed.record
        for field, url in (("url", source.url), ("archived_url", source.archived_url)):
            answer = answers.get(url or "")
            if answer is None or not answer.moved:
                continue
            what = "address" if field == "url" else "archived copy"
            yield Finding(
                KIND,
                f"The {what} of “{placed.id}” has moved for good to {answer.moved}",
                placed.place(field),
                "Look whether it is the same page there, and write the new address.",
            )


RULE = Rule(KIND, __name__, check_answers=check_answers)
