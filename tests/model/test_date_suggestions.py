"""A date in another form: the finding says how EDTF writes it, in a form that is read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefbook.model.edtf import Edtf
from harness import BRIEF, Project

MEANT = [
    *(("14 March 2025", "2025-03-14"), ("March 14, 2025", "2025-03-14"), ("Mar 2025", "2025-03")),
    *(("14 марта 2025 г.", "2025-03-14"), ("2025年3月14日", "2025-03-14"), ("2025 г.", "2025")),
    *(("06.02.2025", "2025-02-06"), ("2025/02/06", "2025-02-06"), ("2025-2-6", "2025-02-06")),
    *(("04/06/2022", "2022-06-04 or 2022-04-06"), ("06/24/2025", "2025-06-24")),
    *(("2001-02-03T09:30:01+03:00", "2001-02-03"), ("20250206", "2025-02-06")),
    *(("2025-W06", "2025-02-03/2025-02-09"), ("2025-037", "2025-02-06"), ("2025‑02‑06", None)),
    *(("c. 1850", "1850~"), ("circa 1990", "1990~"), ("ca 1850", "1850~"), ("~1850", "1850~")),
    *(("about 14 March 2025", "2025-03-14~"), ("около 1850", "1850~"), ("约1850年", "1850~")),
    *(("1850-1860", "1850/1860"), ("1850–60", "1850/1860"), ("1850 to 1860", "1850/1860")),
    *(("2024/25", "2024/2025"), ("between 1850 and 1860", "1850/1860"), ("2022–", "2022/..")),
    *(("c. 1850–c. 1860", "1850~/1860~"), ("14–16 March 2025", "2025-03-14/2025-03-16")),
    *(("March–May 2025", "2025-03/2025-05"), ("2025-02-06/08", "2025-02-06/2025-02-08")),
    *(("before 1985", "../1985"), ("since 2022", "2022/.."), ("2022-present", "2022/..")),
    *(("1990s", "199X"), ("the 1850s", "185X"), ("1990年代", "199X"), ("1990-е годы", "199X")),
    *(("19th century", "18XX"), ("XIX век", "18XX"), ("19世纪", "18XX")),
    *(("Spring 2025", "2025-21"), ("осень 2025", "2025-23"), ("winter of 2025", "2025-24")),
    *(("44 BC", "-0043"), ("1 BC", "0000"), ("44 г. до н. э.", "-0043"), ("AD 33", "0033")),
    *(("公元前44年", "-0043"), ("-43", "-0043"), ("985", "0985"), ("10000", "Y10000")),
    *(("Y2025", "2025"), ("199x", "199X"), ("19uu", "19XX"), ("199?", "199X"), ("2004-uu", None)),
    *(("2025-Q1", "2025-01/2025-03"), ("2025-33", "2025-01/2025-03 or 2025/2033")),
    *(("2025-26", "2025-22 or 2025/2026"), ("2025-H2", "2025-07/2025-12")),
    *(("?2004-06", "2004-06?"), ("2004-06~-11", "2004-06-11~"), ("2004?-06~-11", "2004-06-11%")),
    *(("156X-12-25", "156X"), ("1XXX", "1000/1999"), ("2004-XX-11", "2004-XX")),
    *(("{1667,1668}", "1667/1668"), ("[1667,1668,1670..1672]", "1667/1672")),
    *(("1950S2", "1950~"), ("Y-17E7", "Y-170000000"), ("XXXX", "unknown")),
    *(("Unknown", "unknown"), ("n.d.", "unknown"), ("..", "unknown"), ("../..", "unknown")),
    *(("2025/unknown", "2025/"), ("2025/open", "2025/.."), ("２０２５", "2025"), ("٢٠٢٥", "2025")),
]


@pytest.mark.parametrize(("typed", "wanted"), MEANT, ids=ascii)
def test_the_right_form_is_named(typed: str, wanted: str | None) -> None:
    with pytest.raises(ValueError, match=r"^write ") as caught:
        Edtf.parse(typed)
    named = str(caught.value).removeprefix("write ").translate({ord("“"): "", ord("”"): ""})
    assert wanted in (None, named)
    for guess in named.split(" or "):
        assert Edtf.parse(guess).text == guess


WORDS = ["c.", "14", "March", "2025", "1850", "-", "–", "/", "to", "X", "s", "BC", "?", "年", "Q1"]


@given(st.text(max_size=90) | st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
def test_whatever_is_typed_is_read_or_refused_with_a_form_that_is_read(typed: str) -> None:
    try:
        Edtf.parse(typed)
    except ValueError as error:
        if found := re.match(r"write (?!it as)(\S+)$", str(error)):
            Edtf.parse(found[1])


@pytest.mark.parametrize("typed", ["9" * 200_000, "Y" + "9" * 200_000, "-" * 200_000, "1850-" * 40])
def test_a_long_text_is_refused_at_once_and_quoted_in_short(project: Project, typed: str) -> None:
    project.write("briefings/small.yml", f"{BRIEF}events:\n  - {{date: '{typed}', what: W.}}\n")
    found = project.check().findings
    assert [item["code"] for item in found] == ["SCH005"]
    assert len(found[0]["message"]) < 200
