"""British and American spellings find each other."""

import pytest

from briefbook.pages.spelling import other_spellings

PAIRS = """
organisation organization, recognises recognizes, analysed analyzed, centres centers, metre meter,
labour labor, behaviour behavior, defence defense, licences licenses, programme program,
dialogue dialog, modelling modeling, travelled traveled, judgement judgment, grey gray,
sceptical skeptical, aluminium aluminum, fulfil fulfill, enrolment enrollment, artefacts artifacts,
neighbouring neighboring
"""


@pytest.mark.parametrize("pair", [tuple(pair.split()) for pair in PAIRS.split(",")])
def test_each_finds_the_other(pair: tuple[str, str]) -> None:
    british, american = pair
    assert american in other_spellings(f"The {british.title()}, again.")
    assert british in other_spellings(american)


def test_other_words_stay() -> None:
    plain = "The bank over four sectors said that your source is a journal of a course by an author"
    assert other_spellings(plain) == []
    assert other_spellings("Centres centres CENTRES") == ["centers"]
    assert other_spellings("") == []
