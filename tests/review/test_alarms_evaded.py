"""Alarms that a small twist kept from ringing: on the real briefs."""

import re

import pytest
from changed_briefs import base, changed_comment, changed_report, with_edits

BRIEF = "briefings/deepseek-cost-claims.yml"
SOURCES = "briefings/_library/sources/deepseek.yml"


def test_another_account_on_the_same_host() -> None:
    told = changed_report(
        with_edits(SOURCES, ("com/deepseek-ai/DeepSeek-V3\n", "com/evil/DeepSeek-V3\n"))
    )
    assert "CHG014" in told.alarms
    told = changed_report(
        with_edits(SOURCES, ("deepseek-ai/DeepSeek-V3\n", "DeepSeek-AI/DeepSeek-V3\n"))
    )
    assert "CHG014" not in told.alarms


def test_another_text_under_the_same_id() -> None:
    files = with_edits(
        SOURCES, ("title: DeepSeek's reasoning AI (explainer)", "title: Why it cost six million"),
        ("https://www.ibm.com/think/topics/deepseek", "https://deepseek-fans.example/six"),
        ("publisher: IBM Think", "publisher: Fans"),
    )  # fmt: skip
    assert "CHG014" in changed_report(files).alarms
    assert "under another title: that is another text" in changed_comment(files)


@pytest.mark.parametrize("title", ["DeepSeek’s reasoning AI (explainer)",
                                   "DeepSeek's reаsoning AI (explainer)",
                                   "DeepSeek's rea\u00adsoning AI: explainer"])  # fmt: skip
def test_a_namesake_by_a_title_that_only_looks_the_same(title: str) -> None:
    entry = (
        f'\n- id: ibm-again-2025\n  title: "{title}"\n  type: webpage\n'
        "  url: https://www.ibrn.com/think\n  publisher: IBM Think\n"
    )
    path = base()[SOURCES] + entry.encode()
    assert "CHG014" in changed_report({**base(), SOURCES: path}).alarms


def test_an_id_that_another_record_takes_over() -> None:
    text = base()[BRIEF].decode()
    claim = re.search(r"(?ms)^  - id: banned-chips\n.*?(?=^  - id: )", text)
    assert claim is not None
    former = "    renamed_from: [banned-chips]\n"
    files = with_edits(
        BRIEF, (claim[0], ""), ("bears_on: [banned-chips]", "bears_on: [next-model-delayed]"),
        ("- id: next-model-delayed\n", f"- id: next-model-delayed\n{former}"),
    )  # fmt: skip
    assert "CHG004" in changed_report(files).alarms
    renamed = with_edits(
        BRIEF, ("bears_on: [banned-chips]", "bears_on: [barred-chips]"),
        ("- id: banned-chips\n", f"- id: barred-chips\n{former}"),
    )  # fmt: skip
    assert "CHG004" not in changed_report(renamed).alarms


@pytest.mark.parametrize(
    "edit",
    [
        ("  - id: banned-chips\n",
         "  - id: banned-chips\n    reply: {asked: It, on: 2026-11-20, answer: Yes.}\n"),
        ("      - a correction by one of the two digests\n",
         "      - {what: a correction by one of the two digests, state: seen, on: 2026-11-20}\n"),
    ],
)  # fmt: skip
def test_a_reply_and_a_sighting_of_a_day_before(edit: tuple[str, str]) -> None:
    told = changed_report(with_edits(BRIEF, edit))
    assert "CHG012" in told.alarms
    later = (edit[0], edit[1].replace("2026-11-20", "2026-11-29"))
    assert "CHG012" not in changed_report(with_edits(BRIEF, later)).alarms


def test_how_it_was_worked_weighs_as_what_was_left_out() -> None:
    text = base()[BRIEF].decode()
    files = {**base(), BRIEF: f"{text}\nmethod: Everybody was asked for a reply.\n".encode()}
    comment = changed_comment(files)
    assert "Everybody was asked" in comment.partition("<details>")[0]


def _library(*entries: str) -> dict[str, bytes]:
    raw = base()[SOURCES].decode() + "".join(entries)
    return {**base(), SOURCES: raw.encode()}


def _entry(name: str, title: str, url: str, *more: str) -> str:
    lines = [f"- id: {name}", f"  title: {title}", "  type: webpage", f"  url: {url}", *more]
    return "\n" + "\n".join(lines) + "\n"


def test_an_entry_of_the_library_that_another_takes_over() -> None:
    one = _entry("tide-tables", "Tide tables of the strait", "https://tides.example/strait")
    other = ("moon-tables", "How to read the moon", "https://moon.example/read")
    takes = "  renamed_from: [tide-tables]"
    was = _library(one, _entry(*other))
    told = changed_report(_library(_entry(*other, takes)), was)
    assert "CHG004" in told.alarms
    again = (
        "tides-again",
        "Tide tables of the Strait",
        "https://tides.example/strait?utm_source=x",
    )
    was = _library(one, _entry(*again))
    assert "CHG004" not in changed_report(_library(_entry(*again, takes)), was).alarms
    renamed = _library(_entry("strait", "Tide tables", "https://tides.example/strait", takes))
    assert "CHG004" not in changed_report(renamed, _library(one)).alarms


def test_the_address_of_a_page_for_phones_is_no_other_host() -> None:
    one = _entry("tide-tables", "Tide tables", "https://m.tides.example/strait")
    other = _entry("tide-tables", "Tide tables", "https://www.tides.example/strait")
    assert "CHG014" not in changed_report(_library(other), _library(one)).alarms


def test_another_text_on_the_same_host() -> None:
    one = _entry("tide-tables", "Tide tables of the strait", "https://tides.example/a/strait")
    other = _entry("tide-tables", "He admits that he lied", "https://tides.example/b/99")
    assert "CHG014" in changed_report(_library(other), _library(one)).alarms
    moved = _entry("tide-tables", "Tide tables of the strait", "https://tides.example/b/99")
    assert "CHG014" not in changed_report(_library(moved), _library(one)).alarms


def test_another_channel_behind_a_common_folder() -> None:
    one = _entry("post", "A post", "https://t.me/s/harbour/12")
    other = _entry("post", "A post", "https://t.me/s/pirates/12")
    assert "CHG014" in changed_report(_library(other), _library(one)).alarms


def test_who_makes_all_claims_of_a_published_brief() -> None:
    files = with_edits(
        "briefings/sberbank-china-ai.yml", ("claimant: ya-noticias", "claimant: reuters")
    )
    assert "CHG003" in changed_report(files).alarms


def test_a_former_id_that_another_record_takes() -> None:
    claim = "- id: banned-chips\n"
    before = with_edits(BRIEF, (claim, f"{claim}    renamed_from: [chips-affair]\n"))
    other = "- id: next-model-delayed\n"
    after = with_edits(BRIEF, (other, f"{other}    renamed_from: [chips-affair]\n"))
    assert "CHG004" in changed_report(after, before).alarms


def test_a_goalpost_is_not_moved_by_a_minor_correction() -> None:
    text = base()[BRIEF].decode()
    assert text.count("does not count") >= 1
    entry = (
        "corrections:\n  - id: clumsy\n    date: 2026-11-29\n    kind: clarification\n"
        "    severity: {weight}\n    records: [full-account-by-2027]\n"
        "    was: The wording was clumsy.\n    now: It is clear.\n    reason: A reader asked.\n"
    )
    for weight, rings in (("minor", True), ("substantive", False)):
        added = entry.format(weight=weight)
        files = with_edits(BRIEF, ("does not count", "counts as well"), ("corrections:\n", added))
        assert ("CHG005" in changed_report(files).alarms) is rings
