"""Reservations that a paraphrase drops: precision and recall on labelled pairs, and the edges."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefbook.analysis.reservations import dropped

PAIRS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "reservations" / "labelled.yml").read_text("utf-8")
)
DAILY = [pair for pair in PAIRS if pair["set"] == "daily"]


def _precision_and_recall(pairs: list[dict[str, Any]]) -> tuple[float, float]:
    found = [bool(dropped(pair["said"], pair["statement"])) for pair in pairs]
    right = sum(one and pair["dropped"] for one, pair in zip(found, pairs, strict=True))
    return right / sum(found), right / sum(pair["dropped"] for pair in pairs)


@pytest.mark.parametrize(
    "pairs", [DAILY[1::2], DAILY, PAIRS], ids=["only measured", "daily", "all"]
)
def test_nine_of_ten_are_found_and_nine_of_ten_are_right(pairs: list[dict[str, Any]]) -> None:
    precision, recall = _precision_and_recall(pairs)
    assert precision >= 0.9
    assert recall >= 0.9


def test_there_are_enough_of_both() -> None:
    assert len(DAILY[1::2]) == 100
    assert sum(pair["dropped"] for pair in DAILY[1::2]) == 50
    assert len({(pair["said"], pair["statement"]) for pair in PAIRS}) == 360


@pytest.mark.parametrize(
    ("said", "statement", "expected"),
    [
        ("The deal could close in May", "The deal will close in May.", ("could",)),
        ("The deal closed in May", "The deal closed.", ()),
        ("It could partly replace them", "It could replace them.", ("partly",)),
        ("Sales of 6,000 units are likely", "Sales reach 6,000 units.", ("likely",)),
        ("", "", ()),
        ("could", "", ()),
    ],
)
def test_the_words_are_named(said: str, statement: str, expected: tuple[str, ...]) -> None:
    assert dropped(said, statement) == expected


def test_of_a_long_text_the_beginning_is_looked_at() -> None:
    assert dropped("may could might " * 200_000, "It is so. " * 200_000) == ()
