"""CLM013 dropped-reservation: a statement that is harder than the words it paraphrases."""

from collections.abc import Iterator

from briefbook.analysis.edition import Edition
from briefbook.analysis.reservations import dropped
from briefbook.corpus import Placed
from briefbook.findings import Finding, Kind, Severity
from briefbook.model import Claim
from briefbook.rules import Rule, each
from briefbook.text.listing import both

KIND = Kind("CLM013", "dropped-reservation", Severity.warning)


def check(placed: Placed[Claim], edition: Edition) -> Iterator[Finding]:
    """Whether English wordings hold back where the statement does not."""
    if placed.brief is None or not edition.language(placed.brief).startswith("en"):
        return
    for said in placed.record.said:
        words = said.translation if said.language and said.language != "en" else said.exact
        if words and (lost := dropped(words, placed.record.statement)):
            yield Finding(
                KIND,
                f"They said {both(f'“{one}”' for one in lost)}, and the statement drops it.",
                placed.place("statement"),
                "Let the statement hold back as much as their words do: a claim that is made "
                "harder than it was is refuted too easily.",
            )
            return


RULE = Rule(KIND, __name__, each(Claim)(check))
