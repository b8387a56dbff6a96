"""What was known on a claim's day, and what came since: by days, and nothing lost between."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from short_records import claim, day, item, source

from briefbook.analysis.chronology import came_later, split
from briefbook.model import Evidence

DATES = st.sampled_from(
    ["2025", "2025-02", "2025-02-05", "2025-02-06", "2025-02-07", "2025-03", "2026", "unknown"]
)


@pytest.mark.parametrize(
    ("published", "as_of", "later"),
    [
        ("2025-02-07", "2025-02-06", True),
        ("2025-02-06", "2025-02-06", False),
        ("2025-02-05", "2025-02-06", False),
        ("2025-02", "2025-02-06", True),  # it may have appeared afterwards
        ("2025-01", "2025-02-06", False),
        ("2025-03", "2025-02-06", True),
        ("2025-02-07", "2025-02", False),  # the day may have been later
        ("2025-03-01", "2025-02", True),
        ("2026", "2025", True),
        ("unknown", "2025-02-06", False),
        ("2026", "unknown", False),
        ("-0043-03-16", "-0043-03-15", True),
        ("-0500", "-0043", False),
        ("186X", "185X", True),
        ("1859", "185X", True),  # its last day may have come, and is not past
        ("1858", "185X", False),
        ("2025-02-28", "2025-02", False),
        ("Y20000", "Y10000", True),
        ("../1985", "1980", True),
        ("1975/..", "1980", False),
    ],
)
def test_what_appeared_afterwards_or_may_have_came_later(
    published: str, as_of: str, later: bool
) -> None:
    sources = {"s": source("s", published=published)}
    assert came_later(item("s"), day(as_of), sources) is later


def test_without_a_day_of_publication_the_documents_own_date_tells() -> None:
    sources = {"s": source("s", dated="2025-03-01"), "t": source("t")}
    assert came_later(item("s"), day("2025-02-06"), sources)
    assert not came_later(item("t"), day("2025-02-06"), sources)


def test_without_a_day_or_a_source_nothing_came_later() -> None:
    sources = {"s": source("s", published="2026")}
    assert not came_later(item("s"), None, sources)
    assert not came_later(item("unread"), day("2025"), sources)


@given(
    st.lists(st.tuples(DATES, st.sampled_from(["supports", "disputes"])), max_size=6),
    st.none() | DATES,
)
def test_each_item_stands_on_one_side_in_its_order(
    published: list[tuple[str, str]], as_of: str | None
) -> None:
    sources = {f"s{n}": source(f"s{n}", published=date) for n, (date, _) in enumerate(published)}
    items = [item(f"s{n}", stance) for n, (_, stance) in enumerate(published)]
    known, since = split(claim(*items, **({"as_of": as_of} if as_of else {})), sources)

    def is_later(one: Evidence) -> bool:
        published = sources[one.source].published
        then, last = published and published.latest, day(as_of or "unknown").latest
        if then is None or last is None or published is None:
            return False
        return then > last or (then == last and published.earliest != then)

    assert list(since) == [one for one in items if is_later(one)]
    assert list(known) == [one for one in items if not is_later(one)]


@given(DATES, st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.integers(0, 400))
def test_a_later_day_never_knows_less(published: str, first: date, more: int) -> None:
    sources = {"s": source("s", published=published)}
    after = date.fromordinal(first.toordinal() + more)
    if came_later(item("s"), day(str(after)), sources):
        assert came_later(item("s"), day(str(first)), sources)
