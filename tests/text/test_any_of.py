"""One pattern for many words finds what each of them alone would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.any_of import any_of

WORDS = st.lists(st.text("ab.(-# ж", min_size=1, max_size=6), min_size=1, max_size=12)


@given(WORDS, st.text("ab.(-# ж", max_size=40))
def test_it_is_found_where_one_of_the_words_stands(words: list[str], text: str) -> None:
    assert bool(re.search(any_of(words), text)) == any(word in text for word in words)


def test_what_words_have_in_common_stands_once() -> None:
    found = any_of(["brief-1#", "brief-12#", "brief-2#", "brief-2#x"])
    assert found == r"brief\-(?:1(?:\#|2\#)|2\#)"


def test_words_that_branch_at_every_letter_do_not_nest_for_ever() -> None:
    words = ["a" * count + "b" for count in range(600)]
    pattern = any_of(words)
    assert re.search(pattern, "x" + words[599])
    assert not re.search(pattern, "a" * 900)
    depth = deepest = 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
    assert deepest < 250
