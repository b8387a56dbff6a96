"""Ways to be talked round that were found later: what each makes of the real briefs is told."""

import re

from changed_briefs import base, changed_comment, changed_report, with_edits

DEEPSEEK, SBERBANK = "briefings/deepseek-cost-claims.yml", "briefings/sberbank-china-ai.yml"
COMPUTE, LIBRARY = (
    "briefings/compute-under-sanctions.yml",
    "briefings/_library/sources/sberbank.yml",
)


def _first(comment: str) -> str:
    return comment.partition("\n\n#")[0].partition("<details>")[0]


def test_estimates_of_one_day_that_change_places() -> None:
    text = base()[DEEPSEEK].decode()
    steps = [
        f"        - {{date: 2026-11-28, probability: {chance}, because: Of that day.}}\n"
        for chance in ("0.22", "0.4")
    ]
    before, after = (
        {
            **base(),
            DEEPSEEK: text.replace("      history:\n", f"      history:\n{said}", 1).encode(),
        }
        for said in ("".join(steps), "".join(reversed(steps)))
    )
    told = changed_report(after, before)
    assert "probability-rewritten" in told.kinds
    assert "CHG005" in told.alarms


def test_a_day_that_takes_a_source_out_of_what_counts() -> None:
    told = changed_report(with_edits(LIBRARY, ("published: 2025-02-06", "published: 2025-02")))
    assert "origins-moved" in told.kinds


def test_an_entry_that_moves_and_changes_when_it_is_looked_at_again() -> None:
    barrier = re.search(r"(?ms)^  - id: costs-not-disclosed\n.*?(?=^  - id: |^\w)",
                        base()[DEEPSEEK].decode())  # fmt: skip
    assert barrier is not None
    moved = re.sub(r"review_by: \S+", "review_by: 2031-05-23", barrier[0])
    assert moved != barrier[0]
    files = with_edits(DEEPSEEK, (barrier[0], ""))
    files[COMPUTE] = files[COMPUTE].replace(b"\nbarriers:\n", b"\nbarriers:\n" + moved.encode(), 1)
    comment = changed_comment(files)
    assert "2031-05-23" in comment
    assert "unchanged" not in comment


def test_the_end_of_a_long_text_in_which_much_was_reworded() -> None:
    text = base()[SBERBANK].decode()
    part = re.search(r"(?ms)^background: [|]\n(.*?)(?=^#)", text)
    assert part is not None
    reworded = part[1].replace(" the ", " a ").replace(" and ", " plus ")
    reworded = reworded.replace("It names no source.", "It names every source.")
    comment = changed_comment({**base(), SBERBANK: text.replace(part[1], reworded).encode()})
    assert "names every source." in _first(comment)


def test_evidence_against_behind_seventy_items_for() -> None:
    items = "".join(
        f"      - {{source: deepseek-v3-readme, stance: supports, note: Page {n} has it.}}\n"
        for n in range(70)
    )
    claim = (
        "\nclaims:\n  - id: a-new-claim\n    statement: It was cheap.\n    kind: fact\n"
        f"    verdict: supported\n    evidence:\n{items}"
        "      - {source: deepseek-v3-readme, stance: disputes, note: The developer denies it.}\n"
    )
    comment = changed_comment(with_edits(DEEPSEEK, ("\nclaims:\n", claim)))
    assert "The developer denies it." in comment
    assert re.search(r"and \d+ more fields: \d+ × evidence", comment)


def test_what_a_note_says_comes_before_questions_that_were_opened() -> None:
    questions = "".join(
        f"  - {{id: new-question-{n}, question: What of {n}?, kind: knowledge, status: open}}\n"
        for n in range(6)
    )
    note = re.search(r"(?m)^        note: (.*)$", base()[DEEPSEEK].decode())
    assert note is not None
    files = with_edits(DEEPSEEK, ("\nquestions:\n", f"\nquestions:\n{questions}"),
                  (note[0], "        note: Others confirm it."))  # fmt: skip
    comment = changed_comment(files)
    assert "Others confirm it." in _first(comment)
    assert re.search(r"and \d+ more changes: \d+ × question opened", comment)


def test_of_a_new_brief_title_and_bottom_line_come_first_whatever_it_waives() -> None:
    waivers = "".join(
        f"  - {{rule: CLM00{n}, reason: So it is., until: 2027-01-01}}\n" for n in range(1, 7)
    )
    text = base()[DEEPSEEK].decode().replace("\nwaivers:\n", f"\nwaivers:\n{waivers}", 1)
    comment = changed_comment({**base(), "briefings/another.yml": text.encode()})
    first = _first(comment).splitlines()
    told = next(line for line in first if line.startswith("- **"))
    assert told.startswith("- **Brief added** in `another`:")
    assert "It says: " in told


def test_what_has_no_id_is_named_by_what_it_is() -> None:
    events = re.search(r"(?m)^events:\n(?:  .*\n)+", base()[DEEPSEEK].decode())
    assert events is not None
    day = re.search(r"date: (\S+?)(?=[,\s])", events[0])
    assert day is not None
    comment = changed_comment(
        with_edits(DEEPSEEK, (events[0], events[0].replace(day[0], "date: 2024-01-29", 1)))
    )
    assert "**Event date**" in _first(comment) or "**Event, date**" in _first(comment)


def test_an_actor_with_another_id_takes_its_relations_along() -> None:
    files = {}
    for path, raw in base().items():
        text = re.sub(r"(?<![\w/.-])semianalysis(?![\w/.-])", "semi-analysis", raw.decode())
        text = text.replace("- id: semi-analysis\n",
                            "- id: semi-analysis\n  renamed_from: [semianalysis]\n", 1)  # fmt: skip
        files[path] = text.encode()
    kinds = changed_report(files).kinds
    assert "record-renamed" in kinds
    assert not {"relation-added", "relation-removed"} & {*kinds}


def test_a_grade_that_was_appended_is_told_as_a_move_of_one() -> None:
    text = base()[LIBRARY].decode()
    found = re.search(r"(?m)^  reliability:\n    (grade: B\n(?:    .*\n)+)", text)
    assert found is not None
    more = "    - grade: E\n      on: 2026-11-29\n      because: It was wrong.\n"
    first = "    - " + found[1].replace("\n    ", "\n      ")
    comment = changed_comment(with_edits(LIBRARY, (found[0], f"  reliability:\n{first}{more}")))
    assert "`B` → `E`" in comment
    before = base()[LIBRARY].decode().replace(found[0], f"  reliability:\n{first}{more}", 1)
    third = "    - grade: C\n      on: 2026-11-29\n      because: Better.\n"
    after = before.replace(f"{first}{more}", f"{more}{first}{third}")
    told = changed_report({**base(), LIBRARY: after.encode()}, {**base(), LIBRARY: before.encode()})
    assert "`B, E` → `E, B, C`" in told.comment


def test_other_apostrophes_in_a_past_correction_rewrite_nothing() -> None:
    text = base()[DEEPSEEK].decode()
    start = text.index("\ncorrections:\n")
    end = re.search(r"(?m)^[a-z_]+:", text[start + 2 + len("corrections:") :])
    stop = start + 2 + len("corrections:") + end.start() if end else len(text)
    changed = text[start:stop].replace("'s ", "’s ")
    assert changed != text[start:stop]
    told = changed_report({**base(), DEEPSEEK: (text[:start] + changed + text[stop:]).encode()})
    assert "CHG005" not in told.alarms


def test_nothing_follows_from_a_comma() -> None:
    said = "data, staff and hardware are not part of that sum."
    for now, follows in (
        ("data, staff, and hardware are not part of that sum.", False),
        ("data, staff and hardware are part of that sum.", True),
    ):
        told = changed_report(with_edits(DEEPSEEK, (said, now)))
        assert ("basis-moved" in told.kinds) == follows, now


def test_alarms_with_the_same_advice_leave_room_for_others() -> None:
    path = "briefings/sberbank-china-ai.yml"
    files = with_edits(path, (", appearance: yanoticias-seed}", "}"))
    rows = re.findall(r"(?m)^\| warning CHG010.*$", changed_comment(files))
    assert len(rows) == 4
    assert "more of the kind" in rows[-1]
    assert "“revealed exciting plans to harness" in rows[0]


def test_the_first_lines_say_which_waiver_has_changed() -> None:
    path = "briefings/deepseek-cost-claims.yml"
    last = "the record of it.\n    until: 2027-05-23"
    comment = changed_comment(with_edits(path, (last, last.replace("2027", "2037"))))
    first = comment.splitlines()[2]
    assert first.startswith("- **Waiver until** (`CNF001 at r1-stage-cost: ")
    assert first.endswith("`2027-05-23` → `2037-05-23`")


def test_many_changes_of_one_record_hide_none() -> None:
    text = base()[DEEPSEEK].decode()
    claim = re.search(r"(?ms)^  - id: whole-model-for-six-million\n.*?(?=^  - id: )", text)
    assert claim is not None
    item = (
        "      - {{source: ibm-deepseek-2025, stance: context, "
        "locator: paragraph {n}, note: N {n}.}}\n"
    )
    more = "".join(item.format(n=n) for n in range(40))
    many = claim[0].replace("    evidence:\n", f"    evidence:\n{more}", 1)
    before = text.replace(claim[0], many)
    after = before.replace("locator: paragraph", "locator: para.")
    after = after.replace("not to R1.", "and also to R1.", 1)
    comment = changed_report({**base(), DEEPSEEK: after.encode()},
                             {**base(), DEEPSEEK: before.encode()}).comment  # fmt: skip
    assert "also to R1" in comment
    assert "para. 39" in comment
    assert comment.index("also to R1") < comment.index("para. 1")
