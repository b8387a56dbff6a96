"""`check --fix` and waivers: sorted, with their comments, and nothing else moved."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mending import SORTED, UNSORTED, mended, with_source

from harness import BRIEF, Project


def test_waivers_are_sorted_and_take_their_comments_with_them(library: Project) -> None:
    assert mended(library, BRIEF + UNSORTED) == (BRIEF + SORTED).encode()


def test_waivers_in_one_line_are_left_alone(library: Project) -> None:
    text = BRIEF + "waivers: [{rule: EVD003, reason: A.}, {rule: CLM001, reason: B.}]\n"
    assert mended(library, text) == text.encode()


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "mark"])
def test_marks_line_ends_comments_and_spaces_stay(ends: str, mark: str, library: Project) -> None:
    head = BRIEF.replace("title:", "# Ein Kommentar, 一.\ntitle:  ").replace("status:", "status :")
    body = with_source("https://example.org/a?utm_x=1\t# \u00a0so", head=head) + UNSORTED
    expected = body.replace("?utm_x=1", "").replace(UNSORTED, SORTED)
    assert (
        mended(library, (mark + body.replace("\n", ends)).encode())
        == (mark + expected.replace("\n", ends)).encode()
    )


def test_line_ends_of_both_sorts_stay_where_they_are(library: Project) -> None:
    lines = with_source("https://example.org/a?utm_x=1").split("\n")
    mixed = "".join(line + ("\r\n" if n % 2 else "\n") for n, line in enumerate(lines[:-1]))
    assert mended(library, mixed.encode()) == mixed.replace("?utm_x=1", "").encode()


ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["CLM001", "clm002", "EVD003", "single-origin", "SRC001"]),
        st.sampled_from(["", "first", "second"]),
        st.sampled_from(
            ["So.", "'It''s #1: so.'", '"A \\"b\\" \\u0041"', ">-\n        One,\n\n        two."]
        ),
        st.sampled_from(["block", "flow", "wide"]),
        st.sampled_from(["", "# A comment.\n", "  # One.\n  # Two.\n", "\n", "\n\n  # Three.\n"]),
        st.sampled_from(["", " # behind", "  "]),
    ),
    min_size=1,
    max_size=5,
)


def _item(rule: str, at: str, reason: str, form: str, above: str, behind: str) -> str:
    fields = {"rule": rule, "at": at, "reason": reason, "until": "2027-01-01"}
    pairs = [f"{key}: {value}" for key, value in fields.items() if value]
    if form == "flow" and not reason.startswith(">"):
        return f"{above}  - {{{', '.join(pairs)}}}{behind}\n"
    indent = "    " if form != "wide" else "      "
    dash = "  - " if form != "wide" else "  -   "
    lines = [pairs[0] + behind, *pairs[1:]]
    return above + dash + f"\n{indent}".join(lines) + "\n"


@settings(max_examples=40)
@given(ITEMS, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_invented_waivers_keep_their_meaning_and_their_lines(
    tmp_path_factory: pytest.TempPathFactory,
    items: list[tuple[str, str, str, str, str, str]],
    ends: str,
    mark: bool,
) -> None:
    project = Project(tmp_path_factory.mktemp("waivers"))
    project.write("mkdocs.yml", "site_name: Test\n")
    tail = "scope: What comes after.\n"
    text = BRIEF + "waivers:\n" + "".join(_item(*item) for item in items) + tail
    raw = (("\ufeff" if mark else "") + text.replace("\n", ends)).encode()
    done = mended(project, raw, "--select", "WVR006")
    before, after = (yaml.safe_load(data.decode("utf-8-sig")) for data in (raw, done))
    key = lambda waiver: (waiver["rule"].upper(), waiver.get("at", ""))  # noqa: E731
    assert after["waivers"] == sorted(before["waivers"], key=key)
    assert {**after, "waivers": 0} == {**before, "waivers": 0}
    assert sorted(done.split(b"\n")) == sorted(raw.split(b"\n"))
    start = raw.index(b"waivers:")
    assert done.startswith(raw[:start])
    assert done.endswith(f"{ends}{tail}".replace("\n", ends).encode()[-len(tail) :])
    assert project.run("check", "--select", "WVR006", "--fail-on", "note").exit_code == 0


@pytest.mark.parametrize(
    "reason",
    [
        "|\n      One line.\n      # No comment, but text.",
        '"One line.\n      # No comment, but text."',
    ],
    ids=["block", "quoted"],
)
def test_a_line_of_text_that_looks_like_a_comment_stays_in_its_text(
    reason: str, library: Project
) -> None:
    text = f"{BRIEF}waivers:\n  - rule: EVD003\n    reason: {reason}\n  - rule: CLM001\n"
    before = yaml.safe_load(text)["waivers"]
    assert yaml.safe_load(mended(library, text).decode())["waivers"] == before[::-1]


@pytest.mark.parametrize("between", ["# What is covered.\n", "\n", "\n# What is covered.\n"])
def test_what_stands_above_the_next_key_stays_there(between: str, library: Project) -> None:
    one, two = "  - rule: EVD003\n    at: first\n", "  - rule: CLM001\n    at: first\n"
    text = f"{BRIEF}waivers:\n{one}{two}{between}scope: All.\n"
    assert mended(library, text).decode() == f"{BRIEF}waivers:\n{two}{one}{between}scope: All.\n"


def test_waivers_at_the_end_of_a_file_without_a_last_newline_are_sorted(library: Project) -> None:
    text = f"{BRIEF}waivers:\n  - rule: EVD003\n  - rule: CLM001"
    assert (
        mended(library, text).decode().split()
        == f"{BRIEF}waivers:\n - rule: CLM001\n - rule: EVD003".split()
    )
