"""Our pages beside those that a site has: nothing of its own changes, however it is built."""

import re
from pathlib import Path

import pytest

from adopted import LANGUAGES, Adopted, adopt, bilingual
from briefbook.publish.beside_css import beside_css
from harness import SOUND, Project
from real_site import command, tree

pytestmark = pytest.mark.site
LISTS = {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
"""What lists the site's pages, and so ours, too."""


def test_hand_written_pages_are_the_same_bytes(adopted: Adopted) -> None:
    plain, ours = adopted.plain, tree(adopted.site)
    assert plain.keys() <= ours.keys()
    assert {name for name in plain if plain[name] != ours[name]} == LISTS


def test_nothing_is_said_that_was_not_said_before(adopted: Adopted) -> None:
    said = [
        {line for line in (adopted.root / f"{name}.log").read_text().splitlines()
         if not line.startswith("INFO")}
        for name in ("plain", "with")
    ]  # fmt: skip
    assert said[1] - said[0] == set()


def test_our_pages_stand_in_the_sites_own_theme(adopted: Adopted) -> None:
    page = (adopted.site / "briefings/small/index.html").read_text()
    assert "The office is closed on Friday." in page
    assert "made this by hand" in page
    assert '<meta name="department" content="the department">' in page
    assert "assets/extra.css" in page
    assert '<link rel="stylesheet" href="../../assets/briefbook/beside.css">' in page
    assert 'id="first"' in page
    assert '<meta property="og:title" content="A small brief">' in page
    assert "bb-header-search" not in page
    assert "briefbook.css" not in page


def test_no_edit_link_leads_to_a_file_that_is_not_there(adopted: Adopted) -> None:
    edit = "https://github.com/example/department/edit/trunk/docs/"
    assert edit not in (adopted.site / "briefings/small/index.html").read_text()
    assert (
        f"{edit}guides/everything.md" in (adopted.site / "guides/everything/index.html").read_text()
    )


def test_their_search_knows_briefs_and_no_boards(adopted: Adopted) -> None:
    index = (adopted.site / "search/search_index.json").read_text()
    assert '"briefings/small/"' in index
    assert '"claims/' not in index
    assert '"guides/everything/"' in index


def test_briefbook_builds_the_same(adopted: Adopted, tmp_path: Path) -> None:
    project = adopt(tmp_path / "again")
    result = command("briefbook", "build", cwd=project.root)
    assert result.returncode == 0, result.stderr
    assert tree(project.root / "site") == tree(adopted.site)


def test_navigation_entries_and_slots_that_are_asked_for(tmp_path: Path) -> None:
    project = adopt(tmp_path / "asked")
    config = (project.root / "mkdocs.yml").read_text()
    project.write("mkdocs.yml", config + "  - Briefs: briefings/index.md\n")
    project.write(
        "docs/tags.md", "# Tags\n\n<!-- briefbook: latest 1 -->\n\n[[small]] [[nowhere]]\n"
    )
    result = command("mkdocs", "build", "--strict", cwd=project.root)
    assert result.returncode == 0, result.stderr
    page = (project.root / "site/tags/index.html").read_text()
    assert "A small brief" in page
    assert "[[nowhere]]" in page
    assert re.search(r'href="\.\./briefings/"[^>]*>\s*(?:<span[^>]*>)?\s*Briefs', page)


def test_errors_of_briefs_stop_it_in_one_line(tmp_path: Path) -> None:
    project = adopt(tmp_path / "wrong")
    brief = project.root / "briefings/small.yml"
    brief.write_text(brief.read_text().replace("status: draft", "status: finished"))
    result = command("mkdocs", "build", cwd=project.root)
    assert result.returncode != 0
    assert "SCH003" in result.stderr
    assert "Traceback" not in result.stderr


def test_listed_twice_is_one_line(tmp_path: Path) -> None:
    project = adopt(tmp_path / "twice")
    config = (project.root / "mkdocs.yml").read_text()
    project.write("mkdocs.yml", config.replace("  - briefbook\n", "  - briefbook\n  - briefbook\n"))
    result = command("mkdocs", "build", "-q", cwd=project.root)
    assert result.returncode != 0
    assert "names briefbook twice" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_a_theme_that_is_not_material(tmp_path: Path, theme: str) -> None:
    project = adopt(tmp_path / theme)
    project.write("mkdocs.yml", f"site_name: T\ntheme: {theme}\nplugins: [search, briefbook]\n")
    result = command("mkdocs", "build", cwd=project.root)
    assert result.returncode == 0, result.stderr
    assert result.stderr.count(f"the theme “{theme}” is not Material") == 1
    page = (project.root / "site/briefings/small/index.html").read_text()
    assert 'class="bb-beside bb-plain"' in page
    assert 'id="first"' in page


def test_every_rule_of_the_style_sheet_holds_inside_our_pages_only() -> None:
    made = beside_css(
        ":root{color-scheme:dark;--bb-a:1;--md-b:2;--bb-paper:red}:root[data-x]{--bb-a:3}"
        "html{a:b}body,input{a:b}.md-header{a:b}.md-content__inner{a:b}.md-typeset h1{a:b}"
        ".md-typeset > p,.bb-card :is(a,b){a:b}:focus-visible{a:b}#bb-tip{a:b}"
        "@media print{.md-tabs{a:b}.bb-x{a:b}}@media screen{.md-nav{a:b}}@page{margin:1cm}"
    )
    ours, _, _ = made.partition(".bb-beside{--bb-paper:var(")
    assert ours.split("\n")[:-1] == [
        ".bb-beside{--bb-a:1}",
        ".bb-beside h1{a:b}",
        ".bb-beside > p,.bb-beside .bb-card :is(a,b){a:b}",
        ".bb-beside #bb-tip{a:b}",
        "@media print{.bb-beside .bb-x{a:b}",
        "}",
    ]


def small_site(folder: Path) -> Project:
    """A brief and a page of somebody's own, without settings."""
    project = Project(folder)
    project.write_standard("mkdocs.yml")
    project.write("briefings/small.yml", SOUND)
    project.write("docs/index.md", "# Ours\n")
    return project


def test_redirects_lead_to_their_pages_and_to_ours(adopted: Adopted) -> None:
    moved = (adopted.site / "old-brief/index.html").read_text()
    assert 'href="../briefings/small/"' in moved
    assert (adopted.site / "old-guide/index.html").read_bytes() == adopted.plain[
        "old-guide/index.html"
    ]


def test_macros_are_filled_on_their_pages_and_never_on_ours(
    adopted: Adopted, tmp_path: Path
) -> None:
    assert "We are 12 people." in (adopted.site / "guides/index.html").read_text()
    project = adopt(tmp_path / "macros")
    brief = project.root / "briefings/small.yml"
    text = brief.read_text().replace("summary: One sentence.", 'summary: "{{ staff }} {% raw %}."')
    brief.write_text(text)
    result = command("mkdocs", "build", cwd=project.root)
    assert result.returncode == 0, result.stderr
    assert (
        "{{ staff }} {% raw %}." in (project.root / "site/briefings/small/index.html").read_text()
    )


@pytest.mark.parametrize("order", ["first", "last"])
def test_a_switch_of_languages_by_suffix(tmp_path: Path, order: str) -> None:
    """mkdocs-static-i18n sorts files by language and drops what it does not know."""
    ours = "  - briefbook\n"
    for name, config in (
        ("plain", LANGUAGES),
        ("with", LANGUAGES.replace("  - search\n", f"  - search\n{ours}")
         if order == "first" else LANGUAGES + ours),
    ):  # fmt: skip
        project = bilingual(tmp_path / name, config)
        result = command("mkdocs", "build", cwd=project.root)
        assert result.returncode == 0, result.stderr
        assert "Unhandled" not in result.stderr
    plain, site = tree(tmp_path / "plain/site"), tree(tmp_path / "with/site")
    assert {name for name in plain if plain[name] != site.get(name)} <= LISTS
    assert {name for name in site if name.startswith("ru/")} == {
        name for name in plain if name.startswith("ru/")
    }
    assert b'id="first"' in site["briefings/small/index.html"]
    assert b"\xd0\x9e\xd1\x82\xd0\xb4\xd0\xb5\xd0\xbb" in site["ru/index.html"]


EVENTS = [
    "on_startup(self, command, dirty)", "on_config(self, config)", "on_pre_build(self, config)",
    "on_files(self, files, config)", "on_nav(self, nav, config, files)",
    "on_env(self, env, config, files)", "on_page_markdown(self, markdown, page, config, files)",
    "on_page_content(self, html, page, config, files)",
    "on_page_context(self, context, page, config, nav)", "on_post_page(self, output, page, config)",
    "on_post_build(self, config)",
]  # fmt: skip


def _with_a_hook(tmp_path: Path, hook: str) -> Project:
    project = small_site(tmp_path / "hooked")
    project.write("theirs/boom.py", hook)
    project.write(
        "mkdocs.yml",
        "site_name: T\ntheme: material\nplugins: [search, briefbook]\nhooks: [theirs/boom.py]\n",
    )
    return project


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.partition("(")[0])
def test_who_makes_a_mistake_is_named(tmp_path: Path, event: str) -> None:
    plain = event.replace("self, ", "")
    project = _with_a_hook(
        tmp_path, f"def {plain}, **more):\n    raise KeyError('kaboom')\n".replace("), **", ", **")
    )
    result = project.run("build")
    name = event.partition("(")[0]
    assert result.exit_code == 2, result.stderr
    (line,) = [one for one in result.stderr.splitlines() if "kaboom" in one]
    assert f"the hook “boom.py” failed in {name}" in line
    assert ("index.md" in line) == ("page" in name)
    assert "KeyError" in line
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("hook", "said"),
    [
        ("import nosuchmodule\n", "ModuleNotFoundError"),
        ("def on_config(:\n", "SyntaxError"),
        ("raise SystemExit('no')\n", "SystemExit"),
    ],
)
def test_a_hook_that_cannot_be_loaded(tmp_path: Path, hook: str, said: str) -> None:
    result = _with_a_hook(tmp_path, hook).run("build")
    assert (result.exit_code, "Traceback" in result.stderr) == (2, False), result.stderr
    assert "the hook “theirs/boom.py” cannot be loaded" in result.stderr
    assert said in result.stderr


@pytest.mark.parametrize("theme", ["whole", "pages"])
def test_forty_dead_entries_are_one_line(tmp_path: Path, theme: str) -> None:
    project = small_site(tmp_path / "dead")
    nav = "".join(f"  - Dead {n}: dead/d{n}.md\n" for n in range(40))
    project.write(
        "mkdocs.yml",
        "site_name: T\nsite_url: https://example.org/a\ntheme: material\n"
        "plugins: [search, briefbook]\n"
        f"extra: {{briefbook: {{theme: {theme}}}}}\nnav:\n  - Home: index.md\n{nav}",
    )
    built = project.run("build")
    assert built.exit_code in (0, 1)
    told = [line for line in built.stderr.splitlines() if "dead/d" in line]
    assert len(told) == 1
    assert "nav: 40 entries lead nowhere: dead/d0.md, dead/d1.md, dead/d2.md and 37 more" in told[0]
    assert "leads nowhere" not in built.stderr
    plain = command("mkdocs", "build", cwd=project.root)
    assert len([line for line in plain.stderr.splitlines() if "dead/d" in line]) == 1


def test_settings_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = small_site(tmp_path / "env")
    project.write("base.yml", "theme: material\nplugins: [search, briefbook]\n")
    project.write(
        "mkdocs.yml",
        "INHERIT: !ENV [NO_SUCH_BASE, base.yml]\nsite_name: T\n"
        "site_url: !ENV [NO_SUCH_ADDRESS, 'https://example.org/x']\n",
    )
    built = project.run("build")
    assert "no site_url" not in built.stderr
    assert (project.root / "site/sitemap.xml").is_file()
    assert 'class="bb-beside"' in (project.root / "site/briefings/small/index.html").read_text()


@pytest.mark.parametrize("page", ["sources/index.html", "claims.md", "topics/README.md"])
def test_a_page_of_theirs_at_an_address_of_ours(tmp_path: Path, page: str) -> None:
    project = adopt(tmp_path / "taken")
    project.write(f"docs/{page}", "# Mine\n")
    result = project.run("build")
    assert result.exit_code == 2
    assert f"docs/{page} has the address of a page that is generated: rename it" in result.stderr


def test_a_strict_site_without_an_address_stays_strict(tmp_path: Path) -> None:
    project = small_site(tmp_path / "strict")
    project.write("docs/index.md", "# Ours\n\n[[theirs]]\n")
    settings = "site_name: T\nstrict: true\ntheme: material\nplugins: [search, briefbook]\n"
    project.write("mkdocs.yml", settings)
    assert command("mkdocs", "build", cwd=project.root).returncode == 0
    assert "leads nowhere" not in project.run("build").stderr


def test_their_readme_as_a_home_and_their_patterns(tmp_path: Path) -> None:
    project = small_site(tmp_path / "readme")
    (project.root / "docs/index.md").rename(project.root / "docs/README.md")
    project.write(
        "mkdocs.yml",
        "site_name: T\nsite_url: https://example.org/\nplugins: [briefbook]\n"
        "theme: {name: material, font: false}\nextra: {briefbook: {theme: whole}}\n"
        "exclude_docs: briefings/\nvalidation: {nav: {omitted_files: warn}}\n",
    )
    built = project.run("build", "--strict")
    assert "leads nowhere" not in built.stderr
    assert "not included" not in built.stderr
    assert (project.root / "site/briefings/small/index.html").is_file()


@pytest.mark.parametrize("theme", ["whole", "pages"])
def test_without_a_server_no_link_leads_to_a_folder(tmp_path: Path, theme: str) -> None:
    project = small_site(tmp_path / "files")
    project.write("docs/index.md", "# Ours\n\n[Briefs](briefings/index.md)\n")
    project.write(
        "mkdocs.yml",
        "site_name: T\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
        f"plugins: [briefbook]\nextra: {{briefbook: {{theme: {theme}}}}}\n",
    )
    result = project.run("build")
    assert "leads nowhere" not in result.stderr
    pages = list((project.root / "site").rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        if page.name == "404.html":
            continue
        links = re.findall(r'\shref="([^"]*)"', page.read_text())
        assert [
            one for one in links if re.fullmatch(r"(?!https?:)[^#?]*/?(?<=/)(?:[#?].*)?", one)
        ] == []


def test_sizes_in_a_theme_whose_root_is_smaller(tmp_path: Path) -> None:
    made = beside_css(
        ".bb-a{font-size:.7rem;margin:1rem 0 -2rem;width:20rem}@media (min-width:40rem){.bb-b{a:b}}"
    )
    assert "font-size:calc(.7 * var(--bb-rem))" in made
    assert "margin:calc(1 * var(--bb-rem)) 0" in made
    assert "@media (min-width:40rem)" in made
    project = small_site(tmp_path / "plain")
    for theme, found in (("readthedocs", True), ("material", False)):
        project.write("mkdocs.yml", f"site_name: T\ntheme: {theme}\nplugins: [briefbook]\n")
        project.run("build")
        page = (project.root / "site/briefings/small/index.html").read_text()
        assert ('class="bb-beside bb-plain"' in page) == found


def test_options_of_ours_are_pointed_to_their_place(tmp_path: Path) -> None:
    project = adopt(tmp_path / "options")
    config = (project.root / "mkdocs.yml").read_text()
    project.write(
        "mkdocs.yml", config.replace("  - briefbook\n", "  - briefbook: {theme: whole}\n")
    )
    result = command("mkdocs", "build", cwd=project.root)
    assert "settings of Briefbook stand under extra: briefbook:" in result.stderr


def test_settings_with_a_tab_are_one_line_with_its_place(tmp_path: Path) -> None:
    project = adopt(tmp_path / "tabs")
    config = (project.root / "mkdocs.yml").read_text()
    project.write("mkdocs.yml", config.replace("  name: material", "\tname: material", 1))
    for name in ("check", "build", "compile"):
        result = project.run(name)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.stderr
        assert "mkdocs.yml:10:1: This line is indented with a tab" in result.stderr
