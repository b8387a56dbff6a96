"""`check --fix` mends what is certain, byte for byte nothing else, whole files or none."""

import errno
import os
from pathlib import Path

import pytest
from mending import PATH, SORTED, UNSORTED, fix, mended, with_source

from briefbook.analysis.edition import Edition
from briefbook.authoring.fix import mend
from briefbook.findings import Edit, Finding, Kind, LocatedFinding, Place, Region, Report
from briefbook.model.settings import Settings
from briefbook.project.edition import read_edition
from briefbook.project.project import Project as Opened
from briefbook.project.wrong_use import WrongUse
from briefbook.text.document import Span
from harness import BRIEF, DAY, Project

# Blanks


def test_blanks_inside_waivers_are_taken_out_after_the_waivers_are_sorted(library: Project) -> None:
    """The two mends overlap, and each is whole."""
    text = BRIEF + UNSORTED.replace("    at:   first\n", "    at:   first \t\n").rstrip("\n")
    assert mended(library, text) == (BRIEF + SORTED).encode()


# Which findings are mended

BOTH = with_source("https://example.org/a?utm_x=1") + UNSORTED


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
    assert mended(library, BOTH, *arguments) == expected.encode()


def test_what_policy_leaves_out_is_not_mended(library: Project) -> None:
    rules = "extra: {briefbook: {rules: {ignore: [WVR006]}}}\n"
    library.write("mkdocs.yml", f"site_name: Test\n{rules}")
    assert mended(library, BOTH) == BOTH.replace("?utm_x=1", "").encode()


def test_what_is_waived_is_not_mended(library: Project) -> None:
    waiver = "waivers:\n  - {rule: SRC009, reason: The archive needs it., until: 2027-01-01}\n"
    text = with_source("https://example.org/a?utm_x=1") + waiver
    assert mended(library, text) == text.encode()


def test_without_fix_nothing_is_written(library: Project) -> None:
    place = library.write(PATH, BOTH)
    printed = library.run("check").stdout
    assert place.read_bytes() == BOTH.encode()
    assert "2 to be mended by check --fix" in printed.splitlines()[-1]
    assert "to be mended" not in fix(library).stdout


def test_what_is_mended_is_reported_no_more_and_the_rest_is(library: Project) -> None:
    library.write(PATH, BOTH)
    left = fix(library, "--format", "json")
    assert left.stderr == "2 findings mended in 1 file\n"
    codes = set(left.codes)
    assert "CLM001" not in codes  # waived
    assert not codes & {"SRC009", "WVR006"}
    assert "SRC002" in codes


def test_errors_that_are_left_still_fail(library: Project) -> None:
    library.write(PATH, BOTH.replace("    publisher: P\n", "    publishr: P\n"))
    assert fix(library).exit_code == 1


def test_a_broken_brief_does_not_keep_another_from_being_mended(library: Project) -> None:
    broken = library.write("briefings/broken.yml", "title: A brief\n\tsummary: One.\n")
    expected = BOTH.replace("?utm_x=1", "").replace(UNSORTED, SORTED).encode()
    assert mended(library, BOTH) == expected
    assert broken.read_bytes() == b"title: A brief\n\tsummary: One.\n"


def test_files_without_a_mend_are_not_written(library: Project) -> None:
    place = library.write("briefings/other.yml", BRIEF)
    before = place.stat()
    library.write(PATH, BOTH)
    fix(library)
    after = place.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


# Decomposed letters


def test_a_file_with_decomposed_letters_is_left_alone_and_named(library: Project) -> None:
    """Places count in composed letters, so an edit would land beside its mark."""
    text = BOTH.replace("small", "sma\u0301ll")
    place = library.write(PATH, text)
    other = library.write("briefings/other.yml", BRIEF + UNSORTED)
    result = fix(library)
    assert result.exit_code == 0
    assert place.read_bytes() == text.encode()
    assert other.read_bytes() == (BRIEF + SORTED).encode()
    mended, left = result.stderr.splitlines()
    assert mended == "1 finding mended in 1 file"
    assert left.startswith(f"{PATH}: left as it is: ")
    assert "NFC" in left
    assert fix(library).stderr.splitlines()[0] == "0 findings mended in 0 files"


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
    result = fix(library)
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
    result = fix(library)
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
        return Report(
            tuple(found) if rounds == 1 else (),
            {path: one.document for path, one in edition.corpus.texts.items()},
        )

    edition, mended = mend(opened, lambda: read_edition(opened, DAY), find)
    text = (project.root / PATH).read_text()
    assert edition.corpus.texts[PATH].document.text == text
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
    from briefbook.project.files import write_whole

    folder = library.root / PATH
    folder.mkdir(parents=True)
    with pytest.raises(WrongUse, match="cannot be written"):
        write_whole(folder, b"title: A brief\n")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_permissions_of_a_file_stay(mode: int, library: Project) -> None:
    text = f"{BRIEF}sources:\n  - {{id: a, title: T, url: 'https://example.org/?utm_source=1'}}\n"
    place = library.write(PATH, text)
    place.chmod(mode)
    library.run("check", "--fix")
    assert place.read_text() != text
    assert place.stat().st_mode & 0o777 == mode


def test_a_second_mark_is_not_called_a_decomposed_letter(library: Project) -> None:
    text = f"\ufeff\ufeff{BRIEF}sources:\n  - {{id: a, title: T, url: 'https://example.org/?utm_source=1'}}\n"
    library.write(PATH, text)
    assert "NFC" not in library.run("check", "--fix").stderr
