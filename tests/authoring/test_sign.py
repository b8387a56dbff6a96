"""`briefbook sign`: what it writes, what it binds to, whom it refuses; and `briefbook log`."""

import json
from collections.abc import Callable

import pytest

from harness import SOUND, Project

SIGN = ("sign", "small#first", "--by", "A Colleague")
FILE = "briefings/small.yml"
FORMS = {
    "no list yet": SOUND,
    "no line end": SOUND.rstrip("\n"),
    "a comment after the end": SOUND + "\n# The end.\n",
    "a list": SOUND + "signoffs:\n  - {by: A Friend, on: 2026-11-01}\n",
    "a list at the margin": SOUND + "signoffs:\n- {by: A Friend, on: 2026-11-01}\n",
    "a list of long entries": SOUND + "signoffs:\n  - by: A Friend\n    on: 2026-11-01 # seen\n",
    "a list before other fields": "signoffs:\n  - by: A Friend\n    on: 2026-11-01\n\n" + SOUND,
    "a list in a line": SOUND + "signoffs: [{by: A Friend, on: 2026-11-01}]\n",
    "an empty list": SOUND + "signoffs: []\n",
    "Windows line ends": SOUND.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + SOUND,
}


@pytest.fixture
def signed(project: Project) -> Project:
    """A project with one sound brief, committed by its author."""
    project.write_standard()
    project.write(FILE, SOUND)
    project.commit("first")
    return project


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_is_added_and_nothing_else_is_touched(signed: Project, form: str) -> None:
    before = FORMS[form].encode()
    signed.write(FILE, before)
    assert signed.run(*SIGN).exit_code == 0
    after = (signed.root / FILE).read_bytes()
    kept = [line for line in after.splitlines() if b"A Colleague" not in line or b"Friend" in line]
    lost = [line for line in before.splitlines() if line not in kept]
    assert all(b"signoffs:" in line for line in lost)
    brief = signed.edition().briefs["small"]
    assert [item.by for item in brief.signoffs][-1] == "A Colleague"
    assert (after.count(b"\r\n") > 2) == (form == "Windows line ends")
    assert signed.check("--select", "SYN,SCH,REF").findings == []


def test_signing_twice_writes_once(signed: Project) -> None:
    signed.run(*SIGN)
    before = (signed.root / FILE).read_bytes()
    again = signed.run(*SIGN)
    assert (again.exit_code, (signed.root / FILE).read_bytes()) == (0, before)
    assert "holds this sign-off already" in again.stderr


def _voided(project: Project, change: Callable[[str], str]) -> bool:
    """Whether a change after signing raises the alarm."""
    project.run(*SIGN)
    project.commit("signed")
    path = project.root / FILE
    path.write_text(change(path.read_text()))
    return "CHG006" in {item["code"] for item in project.diff("HEAD").json["alarms"]}


def test_a_change_of_meaning_voids_a_signoff(signed: Project) -> None:
    assert _voided(signed, lambda text: text.replace("verdict: supported", "verdict: contested"))


def test_new_evidence_voids_a_signoff(signed: Project) -> None:
    assert _voided(signed, lambda text: text.replace("It names the street.", "It names a house."))


def test_a_comment_or_a_change_elsewhere_does_not(signed: Project) -> None:
    assert not _voided(
        signed,
        lambda text: f"# seen\n{text}".replace("title: A small brief", "title: Another title"),
    )


def test_only_standing_signoffs_count_before_publication(signed: Project) -> None:
    signed.write("mkdocs.yml", "site_name: Test\nextra: {briefbook: {rules: {signoffs: 1}}}\n")
    signed.write(FILE, SOUND.replace("status: draft", "status: published"))
    assert signed.check("--select", "BRF005").codes == ["BRF005"]
    signed.run("sign", "small", "--by", "A Colleague")
    assert signed.check("--select", "BRF005").codes == []
    path = signed.root / FILE
    path.write_text(path.read_text().replace("title: A small", "title: A large"))
    assert signed.check("--select", "BRF005").codes == ["BRF005"]


def test_a_signoff_that_is_bound_to_nothing_does_not_count(signed: Project) -> None:
    signed.write("mkdocs.yml", "site_name: Test\nextra: {briefbook: {rules: {signoffs: 1}}}\n")
    typed = "signoffs:\n  - {by: Nobody Atall, on: 2026-11-01}\n"
    signed.write(FILE, SOUND.replace("status: draft", "status: published") + typed)
    assert signed.check("--select", "BRF005").codes == ["BRF005"]
    assert signed.run("compile").exit_code == 0
    page = (signed.root / "build/docs/briefings/small/index.md").read_text()
    assert "not bound to what it says: does not count" in page


def _refused(project: Project, *arguments: str) -> str:
    before = (project.root / FILE).read_bytes()
    result = project.run("sign", *arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert (project.root / FILE).read_bytes() == before
    return result.stderr


def test_who_wrote_it_may_not_sign(signed: Project) -> None:
    assert "committed changes" in _refused(signed, "small", "--by", "an  author")
    signed.write(FILE, f"authors: [Some Body]\n{SOUND}")
    assert "is an author of" in _refused(signed, "small", "--by", "some body")
    assert "needs the name" in _refused(signed, "small", "--by", "  ")


def test_what_is_not_there_cannot_be_signed(signed: Project) -> None:
    assert "did you mean “first”?" in _refused(signed, "small#frist", "--by", "A Colleague")
    assert "did you mean “small”?" in _refused(signed, "smal", "--by", "A Colleague")


def test_a_brief_with_errors_cannot_be_signed(signed: Project) -> None:
    signed.write(FILE, SOUND.replace("kind: fact", "kind: fat"))
    assert "has errors" in _refused(signed, "small", "--by", "A Colleague")


def test_a_form_that_cannot_be_added_to_gives_the_entry(signed: Project) -> None:
    claim = {"id": "first", "statement": "S.", "kind": "fact", "verdict": "open"}
    brief = {"title": "T", "summary": "S.", "status": "draft", "claims": [claim]}
    signed.write(FILE, json.dumps(brief))
    said = _refused(signed, "small", "--by", "A Colleague")
    assert "put this under signoffs: {by:" in said


@pytest.mark.parametrize(
    "name", ['x", on: 1, by: "y', "a\nb", "{}]: # &*!", "\x1b[31m", "Ælfric 张"]
)
def test_a_name_stays_a_name(signed: Project, name: str) -> None:
    result = signed.run("sign", "small", "--by", name)
    if result.exit_code == 0:
        entry = signed.edition().briefs["small"].signoffs[-1]
        assert (entry.by, entry.record) == (" ".join(name.split()), None)
    else:
        assert "\x1b" not in result.stderr


def test_log_tells_a_record_s_moves_from_git(signed: Project) -> None:
    path = signed.root / FILE
    path.write_text(path.read_text().replace("verdict: supported", "verdict: contested"))
    signed.commit("The street is gone")
    path.write_text(path.read_text().replace("A small brief", "A brief"))
    signed.commit("A shorter title")
    lines = signed.run("log", "small#first").stdout.splitlines()
    assert [line for line in lines if line.startswith("    ")] == [
        "    verdict moved: first: supported → contested",
        "    claim added: first: The bank opened an office. (supported)",
    ]
    assert lines[0].endswith("An Author: The street is gone")
    whole = signed.run("log", "small").stdout
    assert "brief reworded: title: A small brief → A brief" in whole


def test_log_of_a_brief_that_is_not_there(signed: Project) -> None:
    result = signed.run("log", "smal")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean “small”?" in result.stderr
