"""Every command, option and argument says in full sentences what it is for, and has its page."""

import html
import re
import subprocess
import sys
from inspect import cleandoc
from pathlib import Path

import click
import pytest

from briefbook.cli.command_line import read
from briefbook.cli.exit_codes import exits_of
from briefbook.cli.main import briefbook, register_commands
from briefbook.publish.command_pages import CommandText
from harness import BRIEF, WITH_REFERENCE, Project
from packages import Acme
from real_site import command as module
from real_site import copy_project

WHOLE, *COMMANDS = read()
ALL = pytest.mark.parametrize("command", [WHOLE, *COMMANDS], ids=lambda one: one.slug)
EACH = pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.slug)


def _is_a_sentence(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Z].*[.)\]]", text)) and len(text.split()) > 2


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = Project(tmp_path_factory.mktemp("commands"))
    made.write_standard()
    made.write("mkdocs.yml", WITH_REFERENCE)
    made.write("briefings/small.yml", BRIEF)
    assert made.run("compile").exit_code == 0
    return made.root / "build/docs/reference/commands"


def test_every_command_is_described() -> None:
    register_commands()
    inner = [
        f"{name} {sub}" if sub else name
        for name, one in briefbook.commands.items()
        for sub in (one.commands if isinstance(one, click.Group) else [""])
    ]
    assert sorted(inner) == [one.name for one in COMMANDS] != []


@ALL
def test_help_is_in_full_sentences(command: CommandText) -> None:
    assert command.paragraphs[0]
    assert [text for text in command.paragraphs if not _is_a_sentence(text)] == []


@EACH
def test_the_first_sentence_fits_into_the_list_of_commands(command: CommandText) -> None:
    first = re.split(r"(?<=\.) (?=[A-Z])", command.paragraphs[0])[0]
    assert len(first) <= 80 - len("  comment  ") - 3


@ALL
def test_every_option_says_what_it_is_for(command: CommandText) -> None:
    said = [re.sub(r"  \[[^\]]*\]$", "", option.text) for option in command.options]
    assert said
    assert [text for text in said if not _is_a_sentence(text)] == []


@EACH
def test_the_help_names_every_argument(command: CommandText) -> None:
    usage = command.usage.partition("[OPTIONS]")[2]
    text = " ".join(command.paragraphs)
    assert [word for word in re.findall(r"[A-Z]{2,}", usage) if word not in text] == []


@EACH
def test_help_and_page_say_the_same(command: CommandText, compiled: Path, project: Project) -> None:
    shown = " ".join(project.run(*command.name.split(), "--help").stdout.split())
    page = html.unescape((compiled / command.slug / "index.md").read_text())
    for text in (
        *command.paragraphs,
        *(option.typed for option in command.options),
        *(option.text for option in command.options),
        *command.exits.values(),
    ):
        flat = " ".join(text.split())
        assert re.sub(r"\s", "", flat) in re.sub(r"\s", "", shown)
        assert flat in " ".join(page.split())
    assert f"<pre><code>{command.usage}</code></pre>" in page
    assert {0, 2, 70} <= set(command.exits)


def test_the_index_leads_to_every_page(compiled: Path) -> None:
    index = (compiled / "index.md").read_text()
    links = re.findall(r'<a href="([^"]+)/"><code>briefbook ([^<]+)</code></a>', index)
    assert links == [(one.slug, one.name) for one in COMMANDS]
    assert {path.parent.name for path in compiled.glob("*/index.md")} == {one[0] for one in links}
    assert "<code>--version</code>" in index


def test_commands_that_fail_for_a_reason_say_when() -> None:
    may_fail = {
        "add source", "build", "check", "compile", "diff", "new brief", "quotes", "review",
        "schema", "snapshot", "verify",
    }  # fmt: skip
    assert {one.name for one in COMMANDS if 1 in one.exits} == may_fail
    assert exits_of(click.Command("foreign")).keys() == {0, 2, 70}


@pytest.mark.site
def test_plain_mkdocs_makes_the_same_pages(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project", small=True)
    assert module("briefbook", "compile", cwd=project).returncode == 0
    folder = project / "build/docs/reference/commands"
    ours = {path: path.read_bytes() for path in folder.rglob("*.md")}
    for path in ours:
        path.unlink()
    result = module("mkdocs", "build", "--quiet", cwd=project)
    assert result.returncode == 0, result.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*.md")} == ours != {}


def test_a_command_of_a_package_has_its_page_escaped(project: Project, tmp_path: Path) -> None:
    project.write_standard()
    project.write("mkdocs.yml", WITH_REFERENCE)
    project.write("briefings/small.yml", BRIEF)
    acme = Acme(tmp_path / "packages", project)
    code = (
        '"""Greets."""\nimport click\n\n\n@click.command("greet")\n'
        '@click.option("--to", help="Greet <b>these</b> & *others*.")\n'
        'def greet(to):\n    """Greet somebody <script>."""\n'
    )
    acme.install({"acme.py": code}, {"briefbook.cli": "acme:greet"})
    done = acme.run("compile")
    assert done.code == 0, done.stderr
    page = (project.root / "build/docs/reference/commands/greet/index.md").read_text()
    assert "<p>Greet somebody &lt;script&gt;.</p>" in page
    assert "<dd>Greet &lt;b&gt;these&lt;/b&gt; &amp; *others*.</dd>" in page


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_and_version_read_none_of_the_program(arguments: list[str]) -> None:
    asked = (
        "import sys\nfrom briefbook.cli.main import main\n"
        f"try: main({arguments})\nexcept SystemExit: pass\n"
        "print({'pydantic', 'jinja2', 'mkdocs', 'yaml', 'babel'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n")


def test_the_list_of_commands_says_what_each_says_itself() -> None:
    register_commands()
    declared = {name: one.help for name, one in briefbook.declared.items()}
    assert declared == {name: cleandoc(one.help or "") for name, one in briefbook.commands.items()}
