"""The theme's style sheets lose only what no page can use; mending touches only the theme's."""

from pathlib import Path

import pytest

from briefbook.publish.lean_css import prune_css
from briefbook.publish.site_scan import scan_of
from briefbook.publish.theme_fixes import repaired

PAGE = '<html><body class="used b"><p id="here" style="color:var(--styled)">x</p></body></html>'


def lightened(tmp_path: Path, css: str, page: str = PAGE) -> str:
    (tmp_path / "assets/stylesheets").mkdir(parents=True)
    (tmp_path / "index.html").write_text(page)
    sheet = tmp_path / "assets/stylesheets/main.css"
    sheet.write_text(css)
    before = len(css)
    saved = prune_css(tmp_path, scan_of(tmp_path))
    assert before - saved == len(sheet.read_text())
    return sheet.read_text()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".used{a:b}.unused{a:b}", ".used{a:b}"),
        (".used .unused,.used>p{a:b}", ".used>p{a:b}"),
        ("p:not(.unused){a:b}", "p:not(.unused){a:b}"),
        (":is(.unused,.used) p{a:b}", ":is(.unused,.used) p{a:b}"),
        ("#here{a:b}#there{a:b}", "#here{a:b}"),
        ('[data-x=".unused"]{a:b}', '[data-x=".unused"]{a:b}'),
        ("@media print{.unused{a:b}}@media screen{.used{a:b}}", "@media screen{.used{a:b}}"),
        ("@font-face{src:url(x)}", "@font-face{src:url(x)}"),
        (":root{--a:1;--b:2}p{c:var(--b)}", ":root{--b:2}p{c:var(--b)}"),
        (":root{--a:var(--b);--b:2;--styled:3}", ":root{--styled:3}"),
        (".md-nav__link--active{a:b}", ".md-nav__link--active{a:b}"),
        (':root{--i:url("data:x;y")}p{c:var(--i)}', ':root{--i:url("data:x;y")}p{c:var(--i)}'),
    ],
)
def test_what_goes_and_what_stays(tmp_path: Path, before: str, after: str) -> None:
    assert lightened(tmp_path, before) == after


def test_a_second_time_changes_nothing(built: Path) -> None:
    sheets = sorted((built / "site/assets/stylesheets").glob("*.css"))
    assert sheets
    before = [sheet.read_bytes() for sheet in sheets]
    assert prune_css(built / "site", scan_of(built / "site")) == 0
    assert [sheet.read_bytes() for sheet in sheets] == before


def test_the_themes_sheet_is_a_third_of_what_it_was(built: Path) -> None:
    import material

    whole = next(
        (Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.css")
    )
    made = built / "site/assets/stylesheets" / whole.name
    assert made.stat().st_size < whole.stat().st_size / 3


def test_mending() -> None:
    page = (
        '<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">\n'
        '<input type="search" autocomplete="off">\n'
        '<label class="md-nav__title" for="__toc">\n <i>x</i> Contents</label>\n'
        '<label class="x" tabindex="">y</label>'
    )
    assert repaired(page) == (
        '<input class="md-toggle" type="checkbox" id="__drawer">\n'
        '<input type="search" autocomplete="off">\n'
        '<div class="md-nav__title">\n <i>x</i> Contents</div>\n'
        '<label class="x" tabindex="0">y</label>'
    )
    before = repaired(page).replace("</div>", '</div><input id="__toc">')
    assert repaired(before) == before


def test_blanks_around_a_text_go_and_those_in_it_stay() -> None:
    page = (
        "<html>\n  \n   <nav>\n    a\n</nav> <article>\n\n <pre>\n  b</pre>\n</article>\n\n </html>"
    )
    assert repaired(page) == (
        "<html>\n<nav>\na\n</nav> <article>\n\n <pre>\n  b</pre>\n</article>\n</html>"
    )
    assert repaired("<p>\n\n x</p>") == "<p>\n\n x</p>"
