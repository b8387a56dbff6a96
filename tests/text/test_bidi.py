"""Text from right to left stays apart from what is around it, in plain text and in HTML."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.text.bidi import isolated, with_elements, without_isolates

FSI, PDI = "\u2068", "\u2069"
NAME = "الصحيفة (2025)"


@pytest.mark.parametrize("text", ["", "abc", "Сбер", "银行", "naïve – “x”", "123"])
def test_text_from_left_to_right_is_left_alone(text: str) -> None:
    assert isolated(text) == text


@pytest.mark.parametrize("text", [NAME, "שלום", "GPT-4 سيُستخدم", "اردو", "ދިވެހި", "ߒߞߏ"])
def test_text_with_letters_from_the_right_is_isolated_once(text: str) -> None:
    assert isolated(text) == isolated(isolated(text)) == f"{FSI}{text}{PDI}"
    assert without_isolates(isolated(text)) == text


RUN = f"{FSI}{NAME}{PDI}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<p>{RUN}</p>", f'<p dir="auto">{NAME}</p>'),
        (f'<a title="{RUN}">{RUN}</a>', f'<a title="{RUN}" dir="auto">{NAME}</a>'),
        (f"<p>X: {RUN}</p>", f"<p>X: <bdi>{NAME}</bdi></p>"),
        (f"<p>{RUN}: {RUN}</p>", f"<p><bdi>{NAME}</bdi>: <bdi>{NAME}</bdi></p>"),
        (f"<p><b>x</b>{RUN}</p>", f"<p><b>x</b><bdi>{NAME}</bdi></p>"),
        (f"<svg><text>{RUN}</text><title>{RUN}</title></svg>",) * 2,
        (f"<svg><g><svg></svg><text x='1'>{RUN}</text></g></svg>",) * 2,
        (f'<script type="x">{{"a":"{RUN}"}}</script>',) * 2,
        ("<p>plain</p>",) * 2,
        (RUN, f"<bdi>{NAME}</bdi>"),
    ],
)  # fmt: skip
def test_isolates_become_elements_where_markup_is_allowed(source: str, expected: str) -> None:
    assert with_elements(source) == expected


@given(st.lists(st.sampled_from(["<p>", "</p>", RUN, "x", "<br>", "<i>", "</i>", " "])))
def test_nothing_but_isolates_changes(parts: list[str]) -> None:
    source = "".join(parts)
    found = with_elements(source)
    assert re.sub(r"</?bdi>| dir=\"auto\"", "", found) == without_isolates(source)
