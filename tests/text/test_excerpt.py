"""Of two long texts what differs is shown, and where room is short what may change the meaning."""

import pytest

from briefbook.text.excerpt import excerpt

SENTENCES = [
    f"The office {n} of a bank in the town of a lake opened on the day." for n in range(60)
]


def _reworded(text: str) -> str:
    return text.replace(" a bank", " the bank").replace(" a lake", " the lake")


@pytest.mark.parametrize("place", [0, 30, 59])
@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("They support nothing of it", "They support everything of it"),
        ("It did not open", "It did open"),
        ("It cost 5.5 million", "It cost 55 million"),
    ],
)
@pytest.mark.parametrize("room", [300, 1_500])
def test_a_change_of_meaning_is_shown_among_harmless_ones(
    was: str, now: str, place: int, room: int
) -> None:
    before = [*SENTENCES[:place], f"{was}.", *SENTENCES[place:]]
    after = [*map(_reworded, SENTENCES[:place]), f"{now}.", *map(_reworded, SENTENCES[place:])]
    one, other = excerpt(" ".join(before), " ".join(after), room)
    assert was.split()[2] in one
    assert now.split()[2] in other
    assert "more differences" in one
    assert max(len(one), len(other)) <= 2 * room


def test_of_equal_ones_the_last_is_shown() -> None:
    before = " ".join(f"word {n} stands here in a line of its own, one of many." for n in range(80))
    one, other = excerpt(before, before.replace("stands", "stood"), 400)
    assert "79 stands" in one
    assert "79 stood" in other


def test_nothing_is_left_out_where_there_is_room() -> None:
    before, after = (
        "a b c d e f g h i j k l m n o p q r s t",
        "A b c d e f g h i j k l m n o p q r s T",
    )
    assert excerpt(before * 10, after * 10, 100_000)[0].count("more differ") == 0
    assert excerpt(before, after, 500) == (before, after)


def test_one_difference_is_shown_however_little_room() -> None:
    one, other = excerpt("long " * 400 + "end", "long " * 400 + "tail", 10)
    assert (one[-3:], other[-4:]) == ("end", "tail")


def test_a_text_of_one_word_is_not_aligned_for_minutes() -> None:
    one, other = excerpt("w " * 630, "v w " * 317, 400)
    assert one != other


def test_many_changed_numbers_do_not_hide_a_changed_word() -> None:
    lines = [f"In region {n} they counted {n + 900} units, and growth stayed near the plan."
             for n in range(60)]  # fmt: skip
    after = [line.replace(f"{n + 900}", f"{n + 901}") for n, line in enumerate(lines)]
    after[17] = after[17].replace("stayed near", "fell behind")
    after[29] = after[29].replace("counted", "never counted")
    one, other = excerpt(" ".join(lines), " ".join(after), 600)
    assert "growth stayed near the plan" in one
    assert "growth fell behind the plan" in other
    assert "never" in other
    assert "… …" not in one + other


def test_opposites_come_before_synonyms() -> None:
    before = " ".join(
        f"Item {n} was held by a person near the river in that town." for n in range(40)
    )
    after = before.replace("person", "human").replace("near", "beside")
    after = after.replace("Item 21 was held", "Item 21 was held with high confidence")
    before = before.replace("Item 21 was held", "Item 21 was held with low confidence")
    one, other = excerpt(before, after, 300)
    assert "low" in one and "high" in other


def test_a_difference_within_what_has_no_blanks_is_seen() -> None:
    url = "https://example.org/" + "&".join(
        f"section{n}=chapter{n}-of-the-report" for n in range(20)
    )
    one, other = excerpt(url, url.replace("7-of-the-report&s", "7-of-the-forgery&s", 1), 160)
    assert "report" in one and "forgery" in other
    assert one != other
