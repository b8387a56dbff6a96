"""What long quotations cost: room and tries that grow with their length, whatever they hold."""

import random

import pytest
from courtroom import prove

from briefbook.analysis.court import nearness, witness
from briefbook.analysis.court.stored_text import StoredText

_RANDOM = random.Random(3)


def _signs(number: int) -> str:
    return "".join(chr(0x4E00 + _RANDOM.randrange(400)) for _ in range(number))


def test_room_grows_with_a_quotation_and_not_with_its_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    widths, traced = set[int](), nearness._traced

    def watched(
        rows: nearness.Rows, typed: nearness._Run, window: nearness._Run, column: int
    ) -> nearness.Pairs:
        assert len(rows) == len(typed.words) + 1
        widths.update(len(costs) for _, costs in rows)
        return traced(rows, typed, window, column)

    monkeypatch.setattr(nearness, "_traced", watched)
    assert prove(_signs(2_000), _signs(500)).state == "absent"
    assert 0 < max(widths) <= 3 * nearness._BAND + 2


def test_hundreds_of_parts_that_stand_everywhere_are_not_tried_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries, near, most = 0, StoredText.near, 20_000

    def counted(*given: object) -> bool:
        nonlocal tries
        tries += 1
        return near(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(witness, "_MOST_TRIED", most)
    monkeypatch.setattr(StoredText, "near", counted)
    assert prove("a[b]c " * 1_000, "a[b]c " * 60 + "x").state == "absent"
    assert most / 2 < tries <= 2 * most  # once as it is typed, once without what is in brackets


def test_a_dozen_omissions_are_followed() -> None:
    words = [f"word{n} of all" for n in range(2_000)]
    assert prove(" ".join(words), " … ".join(words[100:160:4])).state == "verbatim"
