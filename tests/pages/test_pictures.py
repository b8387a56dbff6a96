"""What pictures show: figures as sorted bars, events at their dates, labels that tell apart."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.pages.pictures.drawing import cut, told_apart
from harness import Project

HEAD = "title: T\nsummary: S.\nstatus: published\npublished: 2026-01-01\n"
CLAIMED = f"""{HEAD}claims:
  - id: market
    statement: The market is worth 500 billion.
    kind: fact
    verdict: refuted
    claimed: {{amount: 500, unit: billion USD}}
"""
FIGURES = f"""{CLAIMED}    evidence:
      - {{source: agency-report, stance: disputes, note: N., value: {{amount: 142, unit: billion USD, basis: one country}}}}
      - source: agency-report
        stance: disputes
        note: N.
        value:
          - {{amount: 305, unit: billion USD, basis: the world}}
          - {{amount: 370, unit: billion USD, basis: the world}}
          - {{amount: 12, unit: countries}}
      - {{source: agency-report, stance: supports, note: N., value: {{amount: 1000, unit: billion USD, basis: in 2030}}}}
"""  # noqa: E501


def _page(project: Project, brief: str) -> str:
    project.write_standard()
    project.write("briefings/small.yml", brief)
    assert project.run("compile", "--today", "2026-11-20").exit_code == 0
    return (project.root / "build/docs/briefings/small/index.md").read_text(encoding="utf-8")


def _picture(page: str, name: str) -> str:
    return page.partition(f"bb-picture-{name}")[2].partition("</figure>")[0]


def test_figures_are_sorted_bars_with_the_claimed_one_across(project: Project) -> None:
    picture = _picture(_page(project, FIGURES), "f_market")
    drawn = picture.partition("<svg")[2].partition("</svg>")[0]
    assert re.findall(r"<text[^>]*bb-strong-text[^>]*>([^<]*)<", drawn) == [
        "1,000", "305–370", "142",
    ]  # fmt: skip
    labels = re.findall(r"<text[^>]*>((?:For|Against|Context): [^<]*)<", drawn)
    assert [one.rpartition(": ")[2] for one in labels] == ["in 2030", "the world", "one country"]
    bars = re.findall(r'<rect x="([\d.]+)%"[^>]*width="([\d.]+)%"[^>]*class="([^"]*)"', drawn)
    assert [(kind, float(x), float(width)) for x, width, kind in bars] == [
        ("bb-fill bb-for", 0, 84),
        ("bb-fill bb-against", 0, 25.6),
        ("bb-fill bb-against bb-lighter", 25.6, 5.5),
        ("bb-fill bb-against", 0, 11.9),
    ]  # fmt: skip
    assert '<line x1="42%" x2="42%"' in drawn  # half of the longest bar
    assert "as claimed: 500 billion USD" in drawn
    table = picture.partition("The figures as a table")[2]
    assert "<td>countries</td>" in table
    assert table.count("<tr>") == 7


@pytest.mark.parametrize("figures", ["{amount: 500, unit: billion USD}", "{amount: 3, unit: cats}"])
def test_figures_that_do_not_differ_are_a_table_alone(project: Project, figures: str) -> None:
    item = f"{{source: agency-report, stance: disputes, note: N., value: {figures}}}"
    page = _page(project, f"{CLAIMED}    evidence: [{item}]\n")
    assert "bb-picture-f_market" not in page
    assert "bb-figures" in page


def test_figures_below_zero_stand_left_of_it(project: Project) -> None:
    brief = FIGURES.replace("amount: 142", "amount: -500").replace("amount: 500,", "amount: -250,")
    drawn = _picture(_page(project, brief), "f_market").partition("<svg")[2]
    assert 'x1="28%" x2="28%"' in drawn  # zero: 500 of 1,500 from the left
    assert 'x1="14%" x2="14%"' in drawn  # the claimed figure
    assert re.search(r'<rect x="0%"[^>]*width="28%"', drawn)

    assert "\u2212500" in drawn
    assert "\u2212500 … 1,000 billion USD" in drawn


def test_what_is_left_out_is_told_and_what_is_near_the_claimed_figure_stays(
    project: Project,
) -> None:
    items = "".join(
        f"      - {{source: agency-report, stance: disputes, note: N{at}., "
        f"value: {{amount: {3 * at}, unit: billion USD, basis: b{at}}}}}\n"
        for at in range(100)
    )
    brief = f"{CLAIMED.replace('amount: 500', 'amount: 4')}    evidence:\n{items}"
    picture = _picture(_page(project, brief), "f_market")
    drawn = re.findall(r"<text[^>]*bb-strong-text[^>]*>([^<]*)<", picture.partition("<table")[0])
    assert [drawn[0], *drawn[-3:]] == ["297", "6", "3", "0"]
    assert len(drawn) == 12
    assert "88 more are in the table." in picture


def test_a_claimed_figure_with_nothing_beside_it_is_shown(project: Project) -> None:
    page = _page(project, CLAIMED.replace("refuted", "unverified"))
    assert re.search(r"Figure as claimed</span> 500 billion USD", page)


def test_a_tick_stands_where_its_year_begins(project: Project) -> None:
    """Also beside events that nobody dates closer than by a year, and in the midst of a year."""
    said = "claims: [{id: c, statement: S., kind: fact, verdict: unverified}]\nevents:\n"
    for days, years in (
        (["1582", "1600-03-01", "1700-01-01"], ["1600", "1620", "1640", "1660", "1680"]),
        (["2024-06-01", "2025-03-01", "2027-02-01"], ["2025", "2026"]),
        (["2024-06-01", "2024-07-01", "2024-08-01"], ["2024"]),
    ):
        events = "".join(f"  - {{date: {day}, what: Event.}}\n" for day in days)
        drawn = _picture(_page(project, f"{HEAD}{said}{events}"), "time")
        svg = drawn.partition("<svg")[2]
        assert re.findall(r"<text[^>]*>(\d{4})</text>", svg) == years
        ticks = [float(x) for x in re.findall(r'<line x1="([\d.]+)%" x2="\1%"', svg)]
        dots = sorted(float(x) for x in re.findall(r'<circle cx="([\d.]+)%"', svg))
        assert all(dots[0] < tick for tick in ticks)


def _events(days: list[date]) -> str:
    lines = [f"  - {{date: {day}, what: Event {at}.}}\n" for at, day in enumerate(days)]
    claim = "claims: [{id: c, statement: S., kind: fact, verdict: unverified}]\n"
    return f"{HEAD}{claim}events:\n{''.join(lines)}"


def test_every_event_is_a_dot_at_its_date(project: Project) -> None:
    """However many stand on one day, and all within the picture."""
    days = [date(2020, 1, 1), *[date(2021, 1, 1)] * 60, date(2022, 1, 1)]
    drawn = _picture(_page(project, _events(days)), "time").partition("<svg")[2]
    dots = [
        (float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)%" cy="([\d.]+)"', drawn)
    ]
    assert len(dots) == 62
    assert sorted({x for x, _ in dots}) == [1.1, pytest.approx(50.1, abs=0.2), 98.9]
    assert len({y for x, y in dots if 40 < x < 60}) > 40
    assert min(y for _, y in dots) >= 0
    height = re.search(r'height="(\d+)"', drawn)
    assert height is not None
    assert int(height[1]) < 300


def test_dots_stand_side_by_side_where_there_is_room(project: Project) -> None:
    days = [date(2020, 1, 1) + timedelta(days=90 * step) for step in range(20)]
    drawn = _picture(_page(project, _events(days)), "time").partition("<svg")[2]
    assert len(set(re.findall(r'<circle[^>]*cy="([\d.]+)"', drawn))) == 1


@given(st.lists(st.text("ab ", min_size=1, max_size=40), max_size=8))
def test_labels_that_look_alike_leave_out_what_they_share(texts: list[str]) -> None:
    made = told_apart(texts, 8)
    assert len(made) == len(texts)
    for text, label in zip(texts, made, strict=True):
        same = [other for other in texts if cut(other, 8) == cut(text, 8)]
        if len(set(same)) == 1:
            assert label == cut(text, 8)
        else:
            assert label.startswith("…")


def test_what_differs_is_shown() -> None:
    texts = ["The partnership could focus on A", "The partnership could focus on B", "Other"]
    assert told_apart(texts, 12) == ["…A", "…B", "Other"]
