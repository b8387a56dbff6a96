"""What is computed stands on the pages: linchpins, stale bases, rankings, scores, waiting."""

from harness import STANDARD, Project

PAGE = "build/docs/briefings/small/index.md"

BRIEF = """\
title: A small brief
summary: One sentence.
status: draft
judgments:
  - id: it-stays
    statement: The bank stays.
    likelihood: likely
    confidence: high
    confidence_because: Two offices were seen.
    depends_on: [first, block]
    forecast:
      resolves_on: 2026-06-30
      criteria: The office is open on that day.
      history:
        - {date: 2026-06-01, probability: 0.8, because: It was said.}
      resolution: {outcome: yes, date: 2026-06-10, because: It is open.}
  - id: it-grows
    statement: The bank grows.
    depends_on: [it-stays]
    forecast:
      resolves_on: 2026-12-31
      criteria: A second office.
      history:
        - {date: 2026-06-01, probability: 0.35, because: A plan.}
claims:
  - id: first
    statement: The bank opened an office.
    kind: fact
    verdict: supported
    confidence: high
    as_of: 2026-01-15
    evidence:
      - {source: agency-report, stance: supports, note: It names the street.}
      - {source: late-report, stance: disputes, note: It closed.}
barriers:
  - id: block
    kind: sanctions
    statement: The bank is blocked.
    review_by: 2026-02-01
questions:
  - {id: how-long, question: How long?, status: open, bears_on: [it-stays]}
  - {id: who, question: Who?, status: open, bears_on: [first]}
  - {id: why, question: Why?, status: open, bears_on: [it-grows]}
hypotheses:
  - id: what-for
    question: What for?
    options:
      - {id: trade, statement: To trade.}
      - {id: show, statement: To be seen.}
    matrix:
      - {evidence: first, ratings: {trade: inconsistent, show: consistent}, note: No counter.}
      - {evidence: agency-report, ratings: {trade: neutral, show: neutral}}
"""

LATE = (
    STANDARD["briefings/_library/sources/sources.yml"]
    + "- {id: late-report, title: It closed, published: 2026-03-01, reliability: B}\n"
)


def _page(project: Project, path: str = PAGE, brief: str = BRIEF) -> str:
    project.write_standard("briefings/_library/sources/sources.yml")
    project.write("briefings/_library/sources/sources.yml", LATE)
    project.write("briefings/small.yml", brief)
    result = project.run("compile", "--today", "2026-11-23")
    assert result.exit_code == 0, result.stdout + result.stderr
    return (project.root / path).read_text(encoding="utf-8")


def _part(page: str, anchor: str) -> str:
    """From a heading to the next one of its level or above."""
    start = page.index(f"{{ #{anchor}")
    level = page[:start].rpartition("\n")[2].split(" ")[0]
    ends = [at for n in range(2, len(level) + 1) if (at := page.find(f"\n{'#' * n} ", start)) > 0]
    return page[start : min(ends, default=len(page))]


def test_linchpins_are_ranked_with_what_would_fall(project: Project) -> None:
    part = _part(_page(project), "linchpins")
    assert part.index("The source") < part.index("The statement")
    assert "1 statement would lose its support" in part
    assert "“The bank opens an office”, 10 January 2026" in part


def test_a_basis_out_of_date_is_said_where_it_is_leaned_on(project: Project) -> None:
    page = _page(project)
    assert "Basis out of date: " in _part(page, "it-stays")
    assert "past its review day" in _part(page, "it-stays")
    assert "Basis out of date: " in _part(page, "it-grows")
    assert "out of date" not in _part(page, "first")


def test_explanations_are_ranked_by_what_speaks_against_them(project: Project) -> None:
    part = _part(_page(project), "what-for")
    standings = part[: part.index("<table")]
    assert standings.index("To be seen.") < standings.index("To trade.")
    assert "0 points against it" in standings
    assert "1 point against it" in standings
    assert part.count("tells nothing apart") == 1


def test_the_picture_of_explanations_names_what_was_found(project: Project) -> None:
    found = BRIEF.replace(
        "as_of: 2026-01-15", "established: One door is open.\n    as_of: 2026-01-15"
    )
    part = _part(_page(project, brief=found), "what-for")
    drawn = part[part.index("<svg") : part.index("</svg>", part.index("<svg"))]
    assert "One door is open" in drawn
    assert "The bank opened" not in drawn


def test_forecasts_show_what_stands_and_how_they_scored(project: Project) -> None:
    page = _page(project)
    resolved, open_one = _part(page, "it-stays"), _part(page, "it-grows")
    assert "It was to be decided by 30 June 2026, and came out: yes" in resolved
    assert "Brier score 0.04, log score 0.22, over 10 days" in resolved
    assert "To be decided by 31 December 2026. Our probability stands at 35 %" in open_one


def test_questions_stand_in_the_order_of_what_waits_on_them(project: Project) -> None:
    board = _page(project, "build/docs/questions/index.md")
    places = [board.index(word) for word in ("How long?", "Who?", "Why?")]
    assert places == sorted(places)
    assert board.count("2 conclusions wait on it") == 2
    assert board.count("1 conclusion waits on it") == 1


def test_a_side_on_which_all_is_later_says_so(project: Project) -> None:
    part = _part(_page(project), "first")
    assert "Against" in part
    assert "nothing by 15 January 2026; 1 later item under “Since then”" in part
    assert "for it: 1 link, 1 independent origin" in part


def test_a_source_says_what_would_change_without_it(project: Project) -> None:
    page = _page(project, "build/docs/sources/agency-report/index.md")
    assert "If it were withdrawn:" in page
    assert "1 statement would lose its support" in page
    assert "The bank opened an office" in page
    alone = (project.root / "build/docs/sources/newspaper-copy/index.md").read_text("utf-8")
    assert "If it were withdrawn" not in alone


def test_a_long_page_has_contents_of_its_own(project: Project) -> None:
    page = _page(project)
    for anchor in ("bottom-line", "claims", "hypotheses", "linchpins"):
        assert f'<a href="#{anchor}">' in page
    assert '<a href="#timeline">' not in page


def test_what_hangs_on_a_source_elsewhere_is_counted_and_not_listed(project: Project) -> None:
    project.write("briefings/other.yml", BRIEF.replace("A small brief", "Another brief"))
    part = _part(_page(project), "linchpins")
    source = part[part.index("The source") : part.index("</li>\n", part.index("The source"))]
    assert "1 statement would lose its support" in source
    assert "In other briefs: 1 statement would lose its support" in source
    assert "../other/" not in source
