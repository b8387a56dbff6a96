"""What long quotations cost: room and tries that grow with their length, whatever they hold."""

import random
import tracemalloc

import pytest
from courtroom import prove

from briefbook.analysis.court.stored_text import StoredText

_RANDOM = random.Random(3)


def _signs(number: int) -> str:
    return "".join(chr(0x4E00 + _RANDOM.randrange(400)) for _ in range(number))


def test_room_grows_with_a_quotation_and_not_with_its_square() -> None:
    text, exact = _signs(20_000), _signs(3_000)
    prove(text, exact[:10])
    tracemalloc.start()
    proof = prove(text, exact)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert proof.state == "absent"
    assert peak < 30_000_000  # a row of costs for each sign, each as long as the quotation: 72 MB


def test_hundreds_of_parts_that_stand_everywhere_are_not_tried_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries, near = 0, StoredText.near

    def counted(*given: object) -> bool:
        nonlocal tries
        tries += 1
        return near(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(StoredText, "near", counted)
    assert prove("a[b]c " * 20_000, "a[b]c " * 1_000 + "x").state == "absent"
    assert tries < 1_000_000


def test_a_dozen_omissions_are_followed() -> None:
    words = [f"word{n} of all" for n in range(2_000)]
    assert prove(" ".join(words), " … ".join(words[100:160:4])).state == "verbatim"
