"""Every type of page parses without an error in html5lib's strict mode."""

import re
from pathlib import Path

import html5lib
import pytest

from site_pages import PAGES


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_html(built: Path, address: str) -> None:
    path = built / "site" / (address if address.endswith(".html") else f"{address}index.html")
    html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))


def test_no_page_has_an_id_twice(built: Path) -> None:
    for path in (built / "site").rglob("*.html"):
        ids = re.findall(r'<[a-z][^<>]* id="([^"]+)"', path.read_text(encoding="utf-8"))
        assert len(ids) == len(set(ids)), path


def test_the_parser_is_strict() -> None:
    with pytest.raises(html5lib.html5parser.ParseError):
        html5lib.HTMLParser(strict=True).parse("<!doctype html><title>x</title><p></b>")
