"""Who makes a claim and in which text: its own fields, else what its brief reviews, everywhere."""

from datetime import date

import pytest
from short_records import brief, claim, day, item, source

from briefbook.analysis.attribution import appearance, claimant
from briefbook.analysis.chronology import as_of_day, split
from briefbook.analysis.origins import Origins
from briefbook.analysis.verdicts import Verdicts
from briefbook.model import Verdict

SOURCES = {
    "seed": source("seed", published="2025-02-06"),
    "speech": source("speech", dated="2025-01-10"),
    "early": source("early", "B", published="2025-01-01"),
    "late": source("late", "A", published="2025-06-01"),
}
REVIEWING = brief(reviews={"claimant": "ann", "appearance": "seed"})


def test_a_claim_takes_what_it_does_not_say_from_the_brief() -> None:
    bare, own = claim(), claim(claimant="bob", appearance="speech")
    assert appearance(bare, REVIEWING) == "seed"
    assert appearance(own, REVIEWING) == "speech"
    assert appearance(own, brief()) == appearance(own, None) == "speech"
    assert appearance(bare, brief()) is appearance(bare, None) is None
    said = [claimant(one, REVIEWING) for one in (bare, own)]
    assert [actor.entity if actor else None for actor in said] == ["ann", "bob"]
    assert claimant(bare, None) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "2025-02-06"),
        ({"as_of": "2024"}, "2024"),
        ({"appearance": "speech"}, "2025-01-10"),
        ({"appearance": "unheard-of"}, None),
    ],
)
def test_a_claim_is_judged_for_the_day_of_the_text(
    fields: dict[str, str], expected: str | None
) -> None:
    found = as_of_day(claim(**fields), SOURCES, REVIEWING)
    assert found == (day(expected) if expected else None)


def test_what_came_after_the_text_came_since() -> None:
    one = claim(item("early"), item("late", "disputes"))
    known, since = split(one, SOURCES, REVIEWING)
    assert [found.source for found in known] == ["early"]
    assert [found.source for found in since] == ["late"]
    verdicts = Verdicts(SOURCES, Origins(SOURCES), lambda: date(2026, 11, 23))
    assert verdicts.of(one, REVIEWING).verdict is Verdict.supported
    assert verdicts.of(one, brief()).verdict is Verdict.contested
