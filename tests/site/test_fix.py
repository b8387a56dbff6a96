"""`check --fix` mends what is certain, byte for byte nothing else, whole files or none."""

import errno
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefbook.analysis.edition import Edition
from briefbook.findings import Edit, Finding, Kind, LocatedFinding, Place, Region, Report
from briefbook.model.settings import Settings
from briefbook.site.edition import read_edition
from briefbook.site.fix import mend
from briefbook.site.project import Project as Opened
from briefbook.site.wrong_use import WrongUse
from briefbook.text.document import Span
from harness import BRIEF, DAY, Project, Result

PATH = "briefings/small.yml"
OTHER = "  - {id: known, title: Another, url: https://example.org/known}\n"


@pytest.fixture
def library(project: Project) -> Project:
    project.write_standard()
    return project


def _with_source(url: str, *, head: str = BRIEF) -> str:
    """A brief with two sources of its own, the second of which has this text for its address."""
    fields = ["  - id: mine", "    title: T", f"    url: {url}", "    publisher: P"]
    return f"{head}sources:\n{OTHER}" + "".join(f"{line}\n" for line in fields)


def _fix(project: Project, *arguments: str) -> Result:
    return project.run("check", "--fix", *arguments)


def _mended(project: Project, text: str | bytes, *arguments: str) -> bytes:
    """What becomes of the brief; mending it again changes nothing more."""
    place = project.write(PATH, text)
    _fix(project, *arguments)
    mended = place.read_bytes()
    again = _fix(project, *arguments)
    assert again.stderr.startswith("0 findings mended in 0 files\n")
    assert place.read_bytes() == mended
    return mended


# Tracking parameters


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://example.org/a?utm_source=mail", "https://example.org/a"),
        ("https://example.org/a?id=7&utm_source=mail", "https://example.org/a?id=7"),
        ("https://example.org/a?utm_source=mail&id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?a=1&fbclid=x&b=2&gclid=y", "https://example.org/a?a=1&b=2"),
        ("https://example.org/a?UTM_Source=mail&b", "https://example.org/a?b"),
        (
            "https://example.org/a?b=%26utm_source=1&utm_id=2",
            "https://example.org/a?b=%26utm_source=1",
        ),
        ("https://example.org/a/?q=a+b%20c&utm_x=1#part", "https://example.org/a/?q=a+b%20c#part"),
        ("https://example.org/a?utm_x=1#part?b=1", "https://example.org/a#part?b=1"),
        ("https://example.org/a?b=1&b=1&&utm_x=1&c=", "https://example.org/a?b=1&b=1&&c="),
        ("https://example.org:8443/ä/银?utm_x=1", "https://example.org:8443/ä/银"),
    ],
)
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_tracking_parameters_are_dropped(
    before: str, after: str, quote: str, library: Project
) -> None:
    text = _with_source(f"{quote}{before}{quote}  # where it was")
    expected = text.replace(before, after)
    assert _mended(library, text) == expected.encode()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?id=7",
        "https://example.org/utm_source=1",
        "https://example.org/a?source=utm_source",
        "https://example.org/a?my_utm_source=1",
        "https://example.org/a?gclidx=1",
        "https://utm.example.org/fbclid/?a=utm_source=1",
        "https://example.org/a?",
        "https://example.org/a#utm_source=1",
    ],
)
def test_other_parameters_stay(url: str, library: Project) -> None:
    text = _with_source(url)
    assert _mended(library, text) == text.encode()


def test_tracking_parameters_of_the_library_are_dropped(library: Project) -> None:
    path = "briefings/_library/sources/more.yml"
    library.write("briefings/a.yml", BRIEF)
    place = library.write(
        path,
        "# Mine.\r\n-   id: more\r\n    title: T\r\n    url: https://example.net/?utm_x=1 #\r\n",
    )
    result = _fix(library)
    assert result.stderr == "1 finding mended in 1 file\n"
    assert place.read_bytes() == (
        b"# Mine.\r\n-   id: more\r\n    title: T\r\n    url: https://example.net/ #\r\n"
    )


@pytest.mark.parametrize(
    "value",
    [
        '"https://example.org/a?id=7\\u0026utm_source=1"',
        '"https://example.org/a?\\\n      utm_source=1"',
    ],
)
def test_what_escapes_hide_is_left_alone(value: str, library: Project) -> None:
    """An edit would have to guess how the author spells it."""
    text = _with_source(value)
    library.write(PATH, text)
    assert "SRC009" in library.run("check", "--format", "json").codes
    assert _mended(library, text) == text.encode()


# Insecure addresses


def test_a_host_that_is_known_with_https_gets_it(library: Project) -> None:
    text = _with_source("http://example.org/a?b=http://example.org")
    expected = text.replace("url: http://", "url: https://")
    assert _mended(library, text) == expected.encode()


@pytest.mark.parametrize(
    "url",
    [
        "http://example.net/a",
        "http://www.example.org/a",
        "http://example.org.example.net/a",
        "http://example.com/https://example.org/",
        "http://org/a",
    ],
)
def test_a_host_that_is_not_known_with_https_keeps_http(url: str, library: Project) -> None:
    text = _with_source(url)
    assert _mended(library, text) == text.encode()


def test_two_mends_of_one_address_are_both_made(library: Project) -> None:
    """They overlap, so one is made after the other."""
    text = _with_source("http://example.org/a?utm_source=1&b=2")
    library.write(PATH, text)
    assert _fix(library).stderr == "2 findings mended in 1 file\n"
    assert (library.root / PATH).read_text() == text.replace(
        "http://example.org/a?utm_source=1&b=2", "https://example.org/a?b=2"
    )


# Waivers

UNSORTED = """\
waivers:
  # Why the first is here.
  # In two lines.
  - rule: EVD003   # a rule
    at:   first

    reason: >-
      One line,
      and another.
    until: 2027-01-01
  - {rule: CLM001, until: 2027-01-01, reason: "So: #1."}

  # Beside the last one.
  -   rule: CLM001
      at: first
      reason: 'So.'
      until: 2027-01-01
scope: What comes after stays after.
"""

SORTED = """\
waivers:
  - {rule: CLM001, until: 2027-01-01, reason: "So: #1."}

  # Beside the last one.
  -   rule: CLM001
      at: first
      reason: 'So.'
      until: 2027-01-01
  # Why the first is here.
  # In two lines.
  - rule: EVD003   # a rule
    at:   first

    reason: >-
      One line,
      and another.
    until: 2027-01-01
scope: What comes after stays after.
"""


def test_waivers_are_sorted_and_take_their_comments_with_them(library: Project) -> None:
    assert _mended(library, BRIEF + UNSORTED) == (BRIEF + SORTED).encode()


def test_waivers_in_one_line_are_left_alone(library: Project) -> None:
    text = BRIEF + "waivers: [{rule: EVD003, reason: A.}, {rule: CLM001, reason: B.}]\n"
    assert _mended(library, text) == text.encode()


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "mark"])
def test_marks_line_ends_comments_and_spaces_stay(ends: str, mark: str, library: Project) -> None:
    head = BRIEF.replace("title:", "# Ein Kommentar, 一.\ntitle:  ").replace("status:", "status :")
    body = _with_source("https://example.org/a?utm_x=1\t# \u00a0so", head=head) + UNSORTED
    expected = body.replace("?utm_x=1", "").replace(UNSORTED, SORTED)
    assert (
        _mended(library, (mark + body.replace("\n", ends)).encode())
        == (mark + expected.replace("\n", ends)).encode()
    )


def test_line_ends_of_both_sorts_stay_where_they_are(library: Project) -> None:
    lines = _with_source("https://example.org/a?utm_x=1").split("\n")
    mixed = "".join(line + ("\r\n" if n % 2 else "\n") for n, line in enumerate(lines[:-1]))
    assert _mended(library, mixed.encode()) == mixed.replace("?utm_x=1", "").encode()


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
    mended = _mended(project, raw, "--select", "WVR006")
    before, after = (yaml.safe_load(data.decode("utf-8-sig")) for data in (raw, mended))
    key = lambda waiver: (waiver["rule"].upper(), waiver.get("at", ""))  # noqa: E731
    assert after["waivers"] == sorted(before["waivers"], key=key)
    assert {**after, "waivers": 0} == {**before, "waivers": 0}
    assert sorted(mended.split(b"\n")) == sorted(raw.split(b"\n"))
    start = raw.index(b"waivers:")
    assert mended.startswith(raw[:start])
    assert mended.endswith(f"{ends}{tail}".replace("\n", ends).encode()[-len(tail) :])
    assert project.run("check", "--select", "WVR006", "--fail-on", "note").exit_code == 0


# Blanks


def test_blanks_inside_waivers_are_taken_out_after_the_waivers_are_sorted(library: Project) -> None:
    """The two mends overlap, and each is whole."""
    text = BRIEF + UNSORTED.replace("    at:   first\n", "    at:   first \t\n").rstrip("\n")
    assert _mended(library, text) == (BRIEF + SORTED).encode()


# Which findings are mended

BOTH = _with_source("https://example.org/a?utm_x=1") + UNSORTED


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "SRC009"], BOTH.replace("?utm_x=1", "")),
        (["--select", "tracking-parameter"], BOTH.replace("?utm_x=1", "")),
        (["--select", "WVR"], BOTH.replace(UNSORTED, SORTED)),
        (["--ignore", "SRC"], BOTH.replace(UNSORTED, SORTED)),
        (["--select", "REF"], BOTH),
        (["briefings/_library"], BOTH),
        ([PATH], BOTH.replace("?utm_x=1", "").replace(UNSORTED, SORTED)),
    ],
)
def test_only_what_is_selected_is_mended(
    arguments: list[str], expected: str, library: Project
) -> None:
    assert _mended(library, BOTH, *arguments) == expected.encode()


def test_what_policy_leaves_out_is_not_mended(library: Project) -> None:
    rules = "extra: {briefbook: {rules: {ignore: [WVR006]}}}\n"
    library.write("mkdocs.yml", f"site_name: Test\n{rules}")
    assert _mended(library, BOTH) == BOTH.replace("?utm_x=1", "").encode()


def test_what_is_waived_is_not_mended(library: Project) -> None:
    waiver = "waivers:\n  - {rule: SRC009, reason: The archive needs it., until: 2027-01-01}\n"
    text = _with_source("https://example.org/a?utm_x=1") + waiver
    assert _mended(library, text) == text.encode()


def test_without_fix_nothing_is_written(library: Project) -> None:
    place = library.write(PATH, BOTH)
    printed = library.run("check").stdout
    assert place.read_bytes() == BOTH.encode()
    assert "2 to be mended by check --fix" in printed.splitlines()[-1]
    assert "to be mended" not in _fix(library).stdout


def test_what_is_mended_is_reported_no_more_and_the_rest_is(library: Project) -> None:
    library.write(PATH, BOTH)
    left = _fix(library, "--format", "json")
    assert left.stderr == "2 findings mended in 1 file\n"
    codes = set(left.codes)
    assert "CLM001" not in codes  # waived
    assert not codes & {"SRC009", "WVR006"}
    assert "SRC002" in codes


def test_errors_that_are_left_still_fail(library: Project) -> None:
    library.write(PATH, BOTH.replace("    publisher: P\n", "    publishr: P\n"))
    assert _fix(library).exit_code == 1


def test_a_broken_brief_does_not_keep_another_from_being_mended(library: Project) -> None:
    broken = library.write("briefings/broken.yml", "title: A brief\n\tsummary: One.\n")
    expected = BOTH.replace("?utm_x=1", "").replace(UNSORTED, SORTED).encode()
    assert _mended(library, BOTH) == expected
    assert broken.read_bytes() == b"title: A brief\n\tsummary: One.\n"


def test_files_without_a_mend_are_not_written(library: Project) -> None:
    place = library.write("briefings/other.yml", BRIEF)
    before = place.stat()
    library.write(PATH, BOTH)
    _fix(library)
    after = place.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


# Decomposed letters


def test_a_file_with_decomposed_letters_is_left_alone_and_named(library: Project) -> None:
    """Places count in composed letters, so an edit would land beside its mark."""
    text = BOTH.replace("small", "sma\u0301ll")
    place = library.write(PATH, text)
    other = library.write("briefings/other.yml", BRIEF + UNSORTED)
    result = _fix(library)
    assert result.exit_code == 0
    assert place.read_bytes() == text.encode()
    assert other.read_bytes() == (BRIEF + SORTED).encode()
    mended, left = result.stderr.splitlines()
    assert mended == "1 finding mended in 1 file"
    assert left.startswith(f"{PATH}: left as it is: ")
    assert "NFC" in left
    assert _fix(library).stderr.splitlines()[0] == "0 findings mended in 0 files"


# Files that cannot be written


def _left(project: Project) -> list[str]:
    return sorted(path.name for path in (project.root / "briefings").iterdir())


@pytest.mark.parametrize("call", ["replace", "chmod"])
def test_a_file_that_cannot_be_written_stays_whole(
    call: str, library: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full at the second of two files: the first is mended, the second as it was."""
    library.write("briefings/a.yml", BOTH)
    library.write("briefings/b.yml", BOTH)
    real = getattr(Path, call)
    written: list[Path] = []

    def failing(self: Path, *arguments: object) -> object:
        written.append(self)
        if len(written) > 1:
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, *arguments)

    before = _left(library)
    monkeypatch.setattr(Path, call, failing)
    result = _fix(library)
    monkeypatch.undo()
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("briefbook: ")
    assert line.endswith("briefings/b.yml cannot be written: no space left on device")
    expected = BOTH.replace("?utm_x=1", "").replace(UNSORTED, SORTED)
    assert (library.root / "briefings/a.yml").read_text() == expected
    assert (library.root / "briefings/b.yml").read_text() == BOTH
    assert _left(library) == before


def test_a_write_that_breaks_off_leaves_the_old_file(
    library: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = library.write(PATH, BOTH)
    real = os.fdopen

    class Full:
        """A file on a disk with room for ten bytes."""

        def __init__(self, handle: int, mode: str) -> None:
            self.stream = real(handle, mode)

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            self.stream.close()

        def write(self, content: bytes) -> None:
            self.stream.write(content[:10])
            raise OSError(errno.ENOSPC, "No space left on device")

    before = _left(library)
    monkeypatch.setattr(os, "fdopen", Full)
    result = _fix(library)
    monkeypatch.undo()
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert place.read_text() == BOTH
    assert _left(library) == before


# Edits of several findings, invented


def _mend(project: Project, edits: list[tuple[Edit, ...]]) -> tuple[str, int]:
    """The brief after a mend in which each finding offers these edits once, and how many were."""
    opened = Opened(project.root, Settings())
    waiting = [Finding(Kind("CLM001", "a-sample"), str(n), Place(PATH), edits=group)
               for n, group in enumerate(edits)]  # fmt: skip
    found = [LocatedFinding(item, Region(PATH, 1, 1, 1, 1)) for item in waiting]
    rounds = 0

    def find(edition: Edition) -> Report:
        nonlocal rounds
        rounds += 1
        return Report(tuple(found) if rounds == 1 else (), edition.corpus.documents)

    edition, mended = mend(opened, lambda: read_edition(opened, DAY), find)
    text = (project.root / PATH).read_text()
    assert edition.corpus.documents[PATH].text == text
    return text, mended.findings


def test_edits_of_one_finding_are_made_together_or_not_at_all(library: Project) -> None:
    library.write(PATH, BRIEF)
    start = BRIEF.index("small")
    first = (Edit(Span(start, start + 5), "large"),)
    torn = (Edit(Span(0, 5), "TITLE"), Edit(Span(start + 4, start + 6), "LOST"))
    last = (Edit(Span(start + 5, start + 6), "_"),)
    text, number = _mend(library, [first, torn, last])
    assert text == BRIEF.replace("small ", "large_")
    assert number == 2


def test_the_edition_is_the_one_after_the_mend(library: Project) -> None:
    library.write(PATH, BRIEF)
    start = BRIEF.index("A small")
    text, number = _mend(library, [(Edit(Span(start, start + 7), "One"),)])
    assert (text, number) == (BRIEF.replace("A small", "One"), 1)


def test_a_place_that_became_a_folder_is_wrong_use(library: Project) -> None:
    from briefbook.site.files import write_whole

    folder = library.root / PATH
    folder.mkdir(parents=True)
    with pytest.raises(WrongUse, match="cannot be written"):
        write_whole(folder, b"title: A brief\n")
    assert list(folder.iterdir()) == []
