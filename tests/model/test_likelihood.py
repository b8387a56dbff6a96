"""Likelihoods: terms of a scale, numbers in order, and how they are said."""

import pytest

from briefbook.analysis.likelihood import view
from briefbook.model import Likelihood
from harness import BRIEF, Project

JUDGED = BRIEF + "judgments:\n  - id: j\n    statement: It will rain.\n    likelihood: "


def finding(project: Project, likelihood: str) -> tuple[str, str]:
    project.write("briefings/small.yml", f"{JUDGED}{likelihood}\n")
    (found,) = project.check().findings
    return found["code"], f"{found['message']} {found['help']}"


@pytest.mark.parametrize(
    ("likelihood", "code", "said"),
    [
        ("rather unlikely", "SCH003", "unlikely"),
        ("likly", "SCH003", "Did you mean “likely”?"),
        ("0.5", "SCH003", "{probability: 0.5}"),
        ("25%", "SCH003", "{probability: 0.25}"),
        ("even chance", "SCH003", "“roughly even chance”"),
        ("{probability: -0.1}", "SCH006", "from 0 to 1"),
        ("{range: [0.1, 0.2, 0.3]}", "SCH004", "a list of 3"),
        ("{range: []}", "SCH004", "two numbers"),
        ("[likely]", "SCH004", "not a list"),
        ("{range: [0.9, 0.1]}", "SCH006", "the lower number comes first"),
        ("{range: [0.2]}", "SCH004", "two numbers"),
        ("{probability: 25}", "SCH006", "0.25 for 25 %"),
    ],
)
def test_what_is_no_likelihood(project: Project, likelihood: str, code: str, said: str) -> None:
    found, text = finding(project, likelihood)
    assert found == code
    assert said in text


@pytest.mark.parametrize(
    ("likelihood", "scale", "text", "point"),
    [
        ("unlikely", "icd203", "unlikely (20–45 %)", ""),
        ("unlikely", "phia", "unlikely (25–35 %)", ""),
        ("unlikely", "ipcc", "unlikely (0–33 %)", ""),
        ({"term": "unlikely", "probability": "0.25"}, "icd203", "unlikely (20–45 %)", "25 %"),
        (
            {"term": "unlikely", "range": ["0.2", "0.35"]},
            "icd203",
            "unlikely (20–45 %; here 20–35 %)",
            "",
        ),
        ({"range": ["0.2", "0.35"]}, "icd203", "20–35 %", ""),
        ("remote chance", "icd203", "remote chance", ""),  # a term of another scale
    ],
)
def test_how_it_is_said(likelihood: object, scale: str, text: str, point: str) -> None:
    seen = view(Likelihood.model_validate(likelihood), scale)
    assert (seen.text, seen.point_text) == (text, point)
