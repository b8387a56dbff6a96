"""A setting that cannot be used is told with its line and column in mkdocs.yml."""

import pytest

from harness import Project

SITE = "site_name: Test\n"


def _ours(lines: str) -> str:
    return f"{SITE}extra:\n  briefbook:\n" + "".join(f"    {line}\n" for line in lines.split("\n"))


@pytest.mark.parametrize(
    ("config", "said"),
    [
        (f"{SITE}theme:\n  name: [a]\n", "3:3: theme.name should be a text"),
        (f"{SITE}site_url: 'http://[a'\n", "2:1: site_url is no address"),
        (f"{SITE}site_url: 'javascript:a'\n", "2:1: site_url: “javascript:a” cannot be"),
        (f"docs_dir: ..\n{SITE}", "1:1: docs_dir should be a folder within"),
        (f"docs_dir: a\n{SITE}site_dir: a/b\n", "3:1: site_dir: docs_dir and site_dir are one"),
        (_ours("licence: MIT"), "4:5: extra.briefbook.licence is not a known setting"),
        (_ours("scale: icd203\nlicense: MIT"), "5:5: extra.briefbook.license: “MIT” is neither"),
        (_ours("report_url: 'data:a'"), "4:5: extra.briefbook.report_url: “data:a” cannot"),
        (_ours("kinds: {fine: a, Not-fine: b}"), "4:22: extra.briefbook.kinds: “Not-fine” is no"),
        (_ours("rules: {profile: nobody}"), "4:13: extra.briefbook.rules.profile: “nobody”"),
        (_ours("rules:\n  ignore:\n    - CLM001\n    - CLM999"),
         "7:11: extra.briefbook.rules: there is no rule “CLM999”"),
        (_ours("rules: {severity: {no-such: note}}"), "4:24: extra.briefbook.rules: there is no"),
        (_ours("rules: {reviewers: [{name: A}, 7]}"), "4:36: extra.briefbook.rules.reviewers, item "
         "2: this holds lines of"),
        (_ours("rules: {}\nrules: {profile: bad}"), "5:13: extra.briefbook.rules.profile: “bad”"),
        (_ours("locale: words"), "4:5: extra.briefbook.locale: there is no folder “words” here"),
        (_ours("snapshots: {store: docs/texts}"), "4:24: extra.briefbook.snapshots: the texts"),
        (f"{SITE}extra: {{briefbook: 7}}\n", "2:9: extra.briefbook: this holds lines of"),
        (f"{SITE}briefbook: {{}}\n", "2:1: briefbook belongs below “extra:”, indented"),
        (f"INHERIT: above.yml\n{SITE}", "1:1: INHERIT: there is no file “above.yml”"),
        (_ours("edit_url: 'javascript:a'"), "4:5: extra.briefbook.edit_url: “javascript:a” cann"),
        (_ours("profile: newsroom"), "4:5: extra.briefbook.profile is not a known setting here: "
         "it belongs below “extra.briefbook.rules”"),
        (_ours("rules: {licence: a}"), "4:13: extra.briefbook.rules.licence is not a known "
         "setting; did you mean “license” below “extra.briefbook”?"),
        (_ours("rules: {ignore: [[a]]}"), "4:22: extra.briefbook.rules.ignore, item 1 should be "
         "a single text"),
        (_ours("rules: {reviewers: [{names: A}]}"), "4:25: extra.briefbook.rules.reviewers, item "
         "1, name is missing"),
        (_ours("rules: {reviewers: 7}"), "4:13: extra.briefbook.rules.reviewers, item 1: this"),
        (_ours("rules: {preview: maybe}"), "4:13: extra.briefbook.rules.preview: this is either"),
        (_ours("claim_pages: some"), "4:5: extra.briefbook.claim_pages should be none, reviewed "
         "or all"),
        (_ours("license: cc-by-4.0"), "4:5: extra.briefbook.license: “cc-by-4.0” is neither a "
         "licence of Creative Commons, such as CC-BY-4.0, nor the address of another licence; "
         "did you mean “CC-BY-4.0”?"),
        (f"{SITE}extra:\n\tbriefbook: {{}}\n", "3:1: This line is indented with a tab; YAML"),
        (f"{SITE}extra:\n  a: 'b\n", "3:6: The quotation mark here opens a text that never"),
        (f"{SITE}plugins: [search\nnav: []\n", "2:10: This “[” is not closed. Add “]” where"),
        (f"{SITE}theme\nnav: []\n", "2:1: This line is not “key: value”. Put a colon and a"),
        (f'{SITE}a: "\\U00110000"\n', "2:7: A backslash with “u”, “U” or “x” should be"),
    ],
)  # fmt: skip
def test_it_is_told_with_its_place(project: Project, config: str, said: str) -> None:
    project.write("mkdocs.yml", config)
    done = project.run("check")
    assert done.exit_code == 2, done.stderr
    assert done.stderr.startswith(f"briefbook: mkdocs.yml:{said}"), done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_in_another_encoding_is_told_with_its_place(project: Project) -> None:
    project.write("mkdocs.yml", b"site_name: Caf\xe9\n")
    assert project.run("check").stderr.startswith(
        "briefbook: mkdocs.yml:1:15: Byte 0xe9 is not UTF-8, so nothing after it can be read. Save"
    )


def test_the_file_is_named_that_holds_it(project: Project) -> None:
    project.write("base.yml", _ours("license: MIT"))
    project.write("mkdocs.yml", f"INHERIT: base.yml\n{SITE}extra:\n  generator: false\n")
    assert project.run("check").stderr.startswith(
        "briefbook: base.yml:4:5: extra.briefbook.license"
    )
    project.write("base.yml", _ours("rules: {ignore: [CLM999]}"))
    project.write("mkdocs.yml", f"INHERIT: base.yml\n{_ours('rules: {preview: false}')}")
    assert project.run("check").stderr.startswith("briefbook: base.yml:4:22: extra.briefbook.rules")
    project.write("mkdocs.yml", f"INHERIT: base.yml\n{_ours('license: BSD')}")
    assert project.run("check").stderr.startswith("briefbook: mkdocs.yml:5:5: extra.briefbook.lice")


def test_what_stands_in_no_line_of_its_own_is_told_without_a_place(project: Project) -> None:
    project.write("mkdocs.yml", f"<<: {{site_url: 'data:a'}}\n{SITE}")
    assert project.run("check").stderr.startswith("briefbook: mkdocs.yml: site_url: “data:a”")


def test_signs_that_steer_a_terminal_are_shown(project: Project) -> None:
    project.write("mkdocs.yml", _ours('kinds: {"a\\eb": c}'))
    said = project.run("check").stderr
    assert "\x1b" not in said
    assert said.startswith("briefbook: mkdocs.yml:4:13: extra.briefbook.kinds:")
