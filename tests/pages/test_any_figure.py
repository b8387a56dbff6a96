"""Figures of any size: drawn, compared, exported, or refused with a word on how to write them."""

import pytest

from harness import Project

BRIEF = """\
title: Figures
summary: S.
status: published
published: 2026-02-06
claims:
  - id: c
    statement: It took so many.
    kind: fact
    verdict: contested
    evidence:
      - {{source: agency-report, stance: supports, note: N., value: {{amount: {0}, unit: FLOP}}}}
      - {{source: newspaper-copy, stance: disputes, note: N., value: {{amount: 5, unit: FLOP}}}}
judgments:
  - id: j
    statement: It will happen.
    likelihood: {{probability: {1}}}
    confidence: low
    forecast: {{resolves_on: 2027, criteria: C., history: [{{date: 2026-02-06, probability: {1}}}]}}
"""


@pytest.mark.parametrize(
    ("amount", "probability", "shown"),
    [
        ("1e25", "1e-20", "1\u00a0×\u00a010²⁵ FLOP"),
        ("-1e300", "0.33333333333333333333", "\u22121\u00a0×\u00a010³⁰⁰ FLOP"),
        ("1e-300", "1", "1\u00a0×\u00a010⁻³⁰⁰ FLOP"),
        ("9999999999999999999999999999", "0", "9.999999999999999999999999999\u00a0×\u00a010²⁷"),
        ("0.00000000000000000000000", "0.0", "0 FLOP"),
        ("123456789012345678", "1e-3", "123,456,789,012,345,678 FLOP"),
    ],
)
def test_what_check_lets_pass_is_drawn(
    project: Project, amount: str, probability: str, shown: str
) -> None:
    project.write_standard()
    project.write("briefings/figures.yml", BRIEF.format("5", "0.5"))
    project.commit("before")
    project.write("briefings/figures.yml", BRIEF.format(amount, probability))
    assert not {code for code in project.check().codes if code.startswith("SCH")}
    for command in ("compile", "due"):
        result = project.run(command, "--today", "2026-11-20")
        assert result.exit_code == 0, result.stderr
    page = project.root / "build/docs/briefings/figures/index.md"
    assert shown in page.read_text(encoding="utf-8")
    differing = project.diff()
    assert differing.exit_code in (0, 1), differing.stderr
    assert differing.json["changes"]


@pytest.mark.parametrize(
    ("amount", "probability"),
    [
        ("1e400", "0.5"), ("1e-400", "0.5"), ("1e999999999", "0.5"), ("-1e999999999", "0.5"),
        ("9" * 5000, "0.5"), ("5", "1e-400"), ("5", "1e-999999999"), ("5", "0." + "3" * 29),
        ("5", "1e999999999"), ("5", "-1e999999999"), ("10^25", "0.5"), ("nan", "0.5"),
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_the_rest_is_refused_in_a_short_word(
    project: Project, amount: str, probability: str
) -> None:
    project.write_standard()
    project.write("briefings/figures.yml", BRIEF.format(amount, probability))
    result = project.check()
    assert result.exit_code == 1
    assert set(result.codes) == {"SCH006"}
    for item in result.findings:
        assert item["help"].startswith(("Write ", "Numbers here reach"))
        assert len(item["message"]) + len(item["help"]) < 300


@pytest.mark.parametrize("typed", ["25%", "150%", "9" * 200_000, "9" * 200_000 + "%"])
def test_a_number_for_a_term_is_refused_at_once(project: Project, typed: str) -> None:
    project.write_standard()
    brief = BRIEF.format("5", "0.5").replace("{probability: 0.5}\n    conf", f"{typed}\n    conf")
    project.write("briefings/figures.yml", brief)
    found = project.check().findings
    assert [item["code"] for item in found] == ["SCH003"]
    assert "Write likelihood: {probability: 0.25}" in found[0]["help"]
