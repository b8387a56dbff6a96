"""Near duplicates: against a comparison of all pairs, in three scripts, in linear work."""

from collections.abc import Hashable, Iterator
from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import lines_run

from briefbook.analysis import near_duplicates as module
from briefbook.analysis.near_duplicates import ALIKE, Likeness, near_duplicates
from briefbook.text.likeness import Signs, signs_of
from examples import examples

K = TypeVar("K", bound=Hashable)
FOUR_FIFTHS = Fraction(4, 5)
WORDS = [f"{start}{end}ng" for start in ("b", "d", "k", "pl", "str", "m") for end in "aeiou"]
MARKS = ["12", "13", "Ann", "Bob", "not"]
OFFICE = "The bank opened an office in the main street of the capital last spring"


def _signs(statements: dict[K, str]) -> dict[K, Signs]:
    return {key: signs_of(text) for key, text in statements.items()}


def _found(*statements: str) -> list[Likeness[int]]:
    return list(near_duplicates(_signs(dict(enumerate(statements)))))


def _are_alike(one: str, other: str) -> bool:
    return [(like.later, like.earlier) for like in _found(one, other)] == [(1, 0)]


@st.composite
def _statements(draw: st.DrawFn) -> list[list[str]]:
    """A few statements, most of them made out of an earlier one by a word or two."""
    made: list[list[str]] = []
    for _ in range(draw(st.integers(2, 8))):
        changed = draw(st.booleans())
        if made and changed:
            words = list(draw(st.sampled_from(made)))
            for _ in range(draw(st.integers(0, 2))):
                if draw(st.booleans()):
                    words.append(draw(st.sampled_from(WORDS)))
                elif len(words) > 5:
                    words.pop(draw(st.integers(1, len(words) - 1)))
        else:
            words = draw(st.lists(st.sampled_from(WORDS), min_size=5, max_size=14, unique=True))
            words += draw(st.lists(st.sampled_from(MARKS), max_size=1))
        made.append(words)
    return made


def _share(one: list[str], other: list[str]) -> Fraction:
    """The words that two statements share, of all; none if they differ in a mark."""
    if set(one) & set(MARKS) != set(other) & set(MARKS):
        return Fraction(0)
    return Fraction(len(set(one) & set(other)), len(set(one) | set(other)))


def _brute_force(statements: list[list[str]]) -> Iterator[tuple[int, float, set[int]]]:
    """Each statement like an earlier one, how alike, and the earlier ones that are so alike."""
    for later, words in enumerate(statements):
        shares = [_share(words, earlier) for earlier in statements[:later]]
        if shares and max(shares) >= FOUR_FIFTHS:
            likest = {n for n, share in enumerate(shares) if share == max(shares)}
            yield later, float(max(shares)), likest


@settings(max_examples=examples(3))
@given(_statements())
def test_equals_a_comparison_of_all_pairs(statements: list[list[str]]) -> None:
    found = _found(*(" ".join(words) for words in statements))
    wanted = list(_brute_force(statements))
    assert [like.later for like in found] == [later for later, _, _ in wanted]
    for like, (_, share, likest) in zip(found, wanted, strict=True):
        assert like.share == pytest.approx(share)
        assert like.earlier in likest


@given(st.integers(4, 120))
def test_four_fifths_are_enough_and_less_is_not(size: int) -> None:
    """Shared words out of all, at the very bound, for statements of every length."""
    words = [
        f"w{'abcdefghij'[n // 10 % 10]}{'abcdefghij'[n % 10]}{'xy'[n // 100]}" for n in range(size)
    ]
    for kept in range(1, size + 1):
        if abs(Fraction(kept, size) - FOUR_FIFTHS) <= Fraction(2, size):
            alike = _are_alike(" ".join(words), " ".join(words[:kept]))
            assert alike is (Fraction(kept, size) >= FOUR_FIFTHS and kept >= 4)


def test_the_likest_is_named_and_the_order_given_is_kept() -> None:
    first = " ".join(WORDS[:10])
    second = " ".join(WORDS[1:10])
    third = " ".join([*WORDS[1:10], WORDS[20]])
    found = list(near_duplicates(_signs({"z": first, "y": second, "x": third})))
    assert [(like.later, like.earlier) for like in found] == [("y", "z"), ("x", "y")]
    assert [like.share for like in found] == [pytest.approx(0.9), pytest.approx(0.9)]
    assert ALIKE == 0.8


@pytest.mark.parametrize(
    "other",
    [
        OFFICE,
        OFFICE.lower(),
        OFFICE + ".",
        OFFICE.replace("an office", "its office"),
        OFFICE.replace("last spring", "last  spring,"),
        "In the main street of the capital the bank last spring opened an office",
    ],
)
def test_almost_the_same_words(other: str) -> None:
    assert _are_alike(OFFICE, other)


@pytest.mark.parametrize(
    "pair",
    [
        ("{} in {} cities of {}", ("three", "12", "Poland"), ("three", "13", "Poland")),
        ("{} in {} cities of {}", ("three", "2025", "Poland"), ("three", "2026", "Poland")),
        ("{} in {} cities of {}", ("three", "12", "Poland"), ("three", "12", "Latvia")),
        ("{} in {} cities of {}", ("three", "12", "Poland"), ("three", "many", "Poland")),
        ("{} in {} cities of {}", ("three", "5G", "Poland"), ("three", "4G", "Poland")),
    ],
)
def test_another_number_or_name_says_something_else(
    pair: tuple[str, tuple[str, ...], tuple[str, ...]],
) -> None:
    form, one, other = pair
    start = OFFICE + " and hired many new people for branches "
    assert _are_alike(start + form.format(*one), start + form.format(*one))
    assert not _are_alike(start + form.format(*one), start + form.format(*other))


@pytest.mark.parametrize("word", ["not", "never", "no", "without", "cannot", "neither", "isn't"])
def test_its_denial_says_something_else(word: str) -> None:
    start = "Our old bank and its many friends said"
    denied = f"{start} {word} {OFFICE[9:]}"
    assert not _are_alike(f"{start} {OFFICE[9:]}", denied)
    assert not _are_alike(denied, f"{start} {OFFICE[9:]}")
    assert _are_alike(denied, denied + " again")


def test_a_number_counts_where_it_begins_the_statement() -> None:
    assert not _are_alike(f"12 of {OFFICE}", f"13 of {OFFICE}")


def test_little_words_make_nothing_alike_and_keep_nothing_apart() -> None:
    little = "it is in the {} that they will have had {} from this for the {} of {}"
    assert not _are_alike(
        little.format("bank", "money", "office", "snow"),
        little.format("bank", "money", "river", "snow"),
    )
    assert _are_alike("bank money office snow", little.format("bank", "money", "office", "snow"))


def test_a_twin_is_found_however_far_back_it_stands() -> None:
    """Many that share common words stand between, and none of them is like it."""
    between = [
        " ".join([*WORDS[:8], *(f"{a}{b}{c}q" for c in "xyz")]) for a in "abcde" for b in "fghij"
    ]
    twin = " ".join([*WORDS[:8], "snowy", "mountains"])
    found = _found(twin, *between, twin)
    assert [(like.later, like.earlier) for like in found] == [(len(between) + 1, 0)]


RUSSIAN = (
    "Крупнейший банк страны открыл в 2025 году новый исследовательский центр вместе с учёными "
    "большого университета Пекина"
)
CHINESE = "俄罗斯最大的银行宣布与中国科学家合作研究人工智能和大型语言模型"


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (RUSSIAN.replace("новый ", ""), True),
        (RUSSIAN.upper().capitalize().replace("пекина", "Пекина"), True),
        (RUSSIAN.replace("2025", "2024"), False),
        (RUSSIAN.replace("Пекина", "Шанхая"), False),
        ("Небольшая фирма закрыла свой старый офис на окраине", False),
    ],
)
def test_russian(other: str, alike: bool) -> None:
    assert _are_alike(RUSSIAN, other) is alike


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (CHINESE + "。", True),
        (CHINESE.replace("宣布", "已宣布"), True),
        (CHINESE.replace("人工智能和大型语言模型", "芯片"), False),
        ("美国财政部对这家公司实施了新的制裁措施", False),
    ],
)
def test_chinese_is_compared_character_by_character(other: str, alike: bool) -> None:
    assert _are_alike(CHINESE, other) is alike


def test_nothing_is_like_nothing() -> None:
    assert _found() == _found("") == _found("", "") == _found("…", "…") == []


def _numbered(count: int) -> list[str]:
    """Statements of common words that all differ in rare ones."""
    return [" ".join([*WORDS[:8], f"a{'abcdefghij'[n % 10]}{'abcdefghij'[n // 10 % 10]}q",
                      f"o{'abcdefghij'[n // 100 % 10]}z", WORDS[8 + n % 20]])
            for n in range(count)]  # fmt: skip


@pytest.mark.parametrize(
    "statements",
    [
        lambda count: [OFFICE] * count,
        _numbered,
        lambda count: [f"{OFFICE} {'x' * (n % 40)}" for n in range(count)],
        lambda count: [f"{OFFICE} in {n} cities" for n in range(count)],
    ],
    ids=["all the same", "few the same", "all alike", "alike but for a number"],
)
def test_twice_the_statements_are_twice_the_work(statements: object) -> None:
    """Comparing each with each, or with all that share a word, would be four times the work."""

    def work(count: int) -> int:
        given = _signs(dict(enumerate(statements(count))))  # type: ignore[operator]
        return lines_run(lambda: list(near_duplicates(given)), module)

    assert work(4000) < 2.2 * work(2000)  # by then all lists of candidates are as long as they get
