"""What a card is reckoned to take on a phone; `browser/test_later.py` asks Chromium."""

import re

from briefbook.pages.height import phone_height


def pixels(inside: str, kind: str = "card") -> int:
    found = re.fullmatch(r' style="--bb-height:(\d+)"', phone_height(inside, kind))
    assert found
    return int(found[1])


def test_text_takes_room_and_what_is_not_seen_takes_none() -> None:
    plain = pixels(f"<p>{'word ' * 40}</p>")
    folded = "<details class='x'><summary></summary><p>long long text</p></details>"
    unseen = "<svg><text>drawn</text></svg><sup>12</sup>"
    assert pixels(f"<p>{'word ' * 40}</p>{folded}{unseen}") == plain
    assert pixels(f"<p>{'word ' * 80}</p>") > plain
    opened = '<details class="x" open><summary></summary><p>long long text</p></details>'
    assert pixels(f"<p>{'word ' * 40}</p>{opened}") > plain
    assert pixels("<p>a</p><p>a</p>") > pixels("<p>a a</p>")


def test_entities_are_one_letter_and_chinese_ones_count_twice() -> None:
    assert pixels("<p>" + "&amp;" * 50 + "</p>") == pixels("<p>" + "a" * 50 + "</p>")
    assert pixels("<p>" + "中" * 50 + "</p>") == pixels("<p>" + "a" * 100 + "</p>")


def test_lists_and_rows_are_set_closer() -> None:
    assert pixels("<p>a</p>") > pixels("<p>a</p>", "list") > pixels("<p>a</p>", "row")
