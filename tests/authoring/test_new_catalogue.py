"""The interface in one more language, from an empty catalogue to the last word on the pages."""

import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from harness import SOUND, Project

GERMAN = (
    "site_name: Test\ntheme: {name: material, language: de}\nextra: {briefbook: {locale: locale}}\n"
)
QUESTION = """\
questions:
  - {id: what-next, question: What comes next?, kind: water, status: open, bears_on: [first]}
barriers:
  - {id: no-water, kind: water, statement: The well is dry., between: [bank, officer]}
"""


@pytest.fixture
def german(project: Project) -> Project:
    """A site in German whose every message is marked as translated."""
    project.write_standard()
    project.write("briefings/small.yml", SOUND)
    project.write("docs/index.md", "# Vorn\n\n<!-- briefbook: latest 1 -->\n")
    project.write("mkdocs.yml", "site_name: Test\n")
    assert project.run("new", "catalogue", "de").exit_code == 0
    _translate(project.root / "locale/de.po")
    project.write("mkdocs.yml", GERMAN)
    return project


def _translate(path: Path, *, lose: str = "") -> None:
    made = read_po(BytesIO(path.read_bytes()), locale="de")
    for message in made:
        if not message.id:
            continue
        forms = message.id if isinstance(message.id, tuple) else (message.id,)
        marked = tuple(f"⟦{form.replace(lose, '') if lose else form}⟧" for form in forms)
        message.string = marked if isinstance(message.id, tuple) else marked[0]
    out = BytesIO()
    write_po(out, made)
    path.write_bytes(out.getvalue())


def _interface(project: Project) -> dict[str, str]:
    """What the interface says, in English; for each message its place."""
    made = read_po(BytesIO((project.root / "locale/de.po").read_bytes()), locale="de")
    found = {}
    for message in made:
        for form in message.id if isinstance(message.id, tuple) else (message.id,):
            if " " in form and "%" not in form and len(form) > 12:
                found[form] = message.context or ""
    return found


def test_every_word_of_the_interface_is_translated(german: Project) -> None:
    result = german.run("compile")
    assert result.exit_code == 0, result.stderr
    assert "English" not in result.stderr
    docs = german.root / "build/docs"
    messages = _interface(german)
    seen = 0
    for page in docs.rglob("*.md"):
        text = unescape(page.read_text()).replace("\xa0", " ")
        seen += text.count("⟦")
        bare = re.sub(r"⟦[^⟦⟧]*⟧", "", text)
        left = [message for message in messages if message in bare]
        assert left == [], (page, left)
    assert seen > 500
    brief = (docs / "briefings/small/index.md").read_text()
    assert "⟦Bottom line⟧" in unescape(brief)
    assert "Januar 2026" in brief, "dates are German, too"


def test_what_is_translated_stays_when_messages_are_renewed(german: Project) -> None:
    before = read_po(BytesIO((german.root / "locale/de.po").read_bytes()), locale="de")
    assert german.run("new", "catalogue", "de").stderr == "0 messages have no translation\n"
    after = read_po(BytesIO((german.root / "locale/de.po").read_bytes()), locale="de")
    strings = [{m.id: m.string for m in one if m.id} for one in (before, after)]
    assert strings[0] == strings[1]


def test_what_has_no_translation_is_in_english_and_told_once(german: Project) -> None:
    german.run("new", "catalogue", "fr")
    german.write("mkdocs.yml", GERMAN.replace("de}", "fr}"))
    result = german.run("compile")
    assert result.exit_code == 0
    assert result.stderr.count("messages are in English") == 1
    assert "Bottom line" in (german.root / "build/docs/briefings/small/index.md").read_text()


def test_a_language_without_a_catalogue_is_told_once(german: Project) -> None:
    german.write("mkdocs.yml", GERMAN.replace("de}", "pl}"))
    result = german.run("compile")
    assert (result.exit_code, result.stderr.count("not “pl”")) == (0, 1)


@pytest.mark.parametrize(
    ("language", "content", "said"),
    [
        ("de", None, "must hold"),
        ("de", b'msgid "a', "cannot be read"),
        ("de", b"\xff", "cannot be read"),
        ("xx", b"", "no language that is known"),
    ],
    ids=["lost", "broken", "bytes", "unknown"],
)
def test_a_catalogue_that_cannot_be_used(
    german: Project, language: str, content: bytes | None, said: str
) -> None:
    path = german.root / f"locale/{language}.po"
    if content is None:
        _translate(path, lose="%(num)s".replace("num", "day"))
    else:
        path.write_bytes(content + b"\n#")
    german.write("mkdocs.yml", GERMAN.replace("de}", f"{language}}}"))
    result = german.run("compile")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.stderr
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "already"),
        ("xx", "no language"),
        ("../x", "no language"),
        ("de./../../evil", "no language"),
        ("de.UTF-8", "no language"),
    ],
)
def test_no_catalogue_for_it(project: Project, language: str, said: str) -> None:
    project.write("mkdocs.yml", "site_name: Test\n")
    result = project.run("new", "catalogue", language)
    assert (result.exit_code, said in result.stderr, result.stderr.count("\n")) == (2, True, 1)


@pytest.mark.parametrize("folder", ["nowhere", "../elsewhere", "/etc"])
def test_a_folder_that_is_not_there(german: Project, folder: str) -> None:
    german.write("mkdocs.yml", GERMAN.replace("locale: locale", f"locale: {folder}"))
    result = german.run("check")
    assert (result.exit_code, "there is no folder" in result.stderr) == (2, True)


def test_kinds_of_the_house(project: Project) -> None:
    project.write_standard()
    project.write("briefings/small.yml", SOUND + QUESTION)
    wrong = project.check()
    assert [one["code"] for one in wrong.findings] == ["SCH003", "SCH003"]
    assert "“kind” knows" in wrong.findings[0]["message"]
    settings = "site_name: Test\nextra: {briefbook: {kinds: {water: access to water}}}\n"
    project.write("mkdocs.yml", settings)
    assert project.check().findings == []
    assert project.run("compile").exit_code == 0
    page = (project.root / "build/docs/briefings/small/index.md").read_text()
    assert "ccess to water" in page
    board = (project.root / "build/docs/barriers/index.md").read_text()
    assert "Access to water" in board
    project.write("briefings/small.yml", SOUND + QUESTION.replace("kind: water", "kind: watr"))
    assert "Did you mean “water”?" in project.check().findings[0]["help"]
    project.write("mkdocs.yml", settings.replace("water:", "Clean water:"))
    result = project.run("check")
    assert (result.exit_code, "is no id" in result.stderr) == (2, True)


@pytest.mark.parametrize("flaw", ["missing-context", "misleading", "fabricated", "altered"])
def test_flaws_that_fact_checkers_name(project: Project, flaw: str) -> None:
    project.write_standard()
    project.write(
        "briefings/small.yml",
        SOUND.replace("verdict: supported", f"verdict: refuted\n    flaw: {flaw}"),
    )
    assert project.check().findings == []
