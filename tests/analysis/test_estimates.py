"""Estimates in prose: measured on labelled sentences, and what is taken for what."""

from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefbook.analysis.estimative_language import estimative_phrases

LABELLED = Path(__file__).parents[1] / "estimates" / "labelled.yml"
ENOUGH = 0.90


@cache
def _sentences() -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load(LABELLED.read_text(encoding="utf-8"))
    return found


def _half(number: int) -> list[dict[str, object]]:
    """Pairs of sentences stand together; every other pair was not looked at while writing."""
    return [one for at, one in enumerate(_sentences()) if at // 2 % 2 == number]


def test_there_are_enough_sentences_of_both_sorts_and_none_twice() -> None:
    texts = [one["text"] for one in _sentences()]
    assert len(texts) >= 200
    assert len(set(texts)) == len(texts)
    share = sum(bool(one["estimate"]) for one in _sentences()) / len(texts)
    assert 0.4 < share < 0.6


@pytest.mark.parametrize("half", [0, 1], ids=["written with", "held out"])
def test_precision_and_recall(half: int) -> None:
    said = [
        (bool(list(estimative_phrases(str(one["text"])))), one["estimate"]) for one in _half(half)
    ]
    right = sum(found and meant for found, meant in said)
    precision = right / sum(found for found, _ in said)
    recall = right / sum(bool(meant) for _, meant in said)
    assert precision >= ENOUGH
    assert recall >= ENOUGH


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The plan will probably fail.", ["probable"]),
        ("The plan is highly unlikely to work, and a ban is almost certainly coming.",
         ["highly unlikely", "almost certain"]),
        ("In all likelihood the bank will leave.", ["in all likelihood"]),
        ("There is a remote  chance of rain.", ["a remote chance"]),
        ("It is more likely than not that it rains.", ["more likely than not"]),
        ("A spare key, unlikely to be needed, hangs behind the door.", []),
        ("“It is likely,” he said.", []),
        ("This does not mean that it is likely.", []),
        ("Nothing of the kind stands here.", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_found(text: str, terms: list[str]) -> None:
    assert [found.term for found in estimative_phrases(text)] == terms


def test_the_sentence_comes_with_it() -> None:
    (found,) = estimative_phrases("It rains. The plan will probably fail. It stops.")
    assert found.sentence == "The plan will probably fail."


@given(st.text(max_size=300))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for found in estimative_phrases(text + " It is likely."):
        assert found.words


def test_long_texts_take_no_more_than_their_share() -> None:
    """A text without ends of sentences, quotations or words must not be tried again and again."""
    for piece in ("likely ", "“likely ", "odds of ", "chances of it ", "a likely, "):
        assert sum(1 for _ in estimative_phrases(piece * 1000)) >= 0
