"""Questions of a new site's pages that nobody has answered yet: readers would see them."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

_PAGES = ("index.md", "about.md")
_ASKS = ("Say here ", "Put your answers in the place of")


def unanswered(docs: Path) -> Iterator[tuple[str, int]]:
    """The pages and lines (from 1) on which a question still stands as `new site` asked it.

    What cannot be read is not looked at: the compiler names it.
    """
    for name in _PAGES:
        page = docs / name
        try:
            text = page.read_text(encoding="utf-8") if page.is_file() else ""
        except (OSError, UnicodeDecodeError):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip() in _asked(name):
                yield f"{docs.name}/{name}", number


@cache
def _asked(name: str) -> frozenset[str]:
    page = files("briefbook").joinpath("authoring", "new_site", "docs", name)
    lines = map(str.strip, page.read_text(encoding="utf-8").splitlines())
    return frozenset(one for one in lines if "? " in one or one.endswith("?") or _is_asked(one))


def _is_asked(line: str) -> bool:
    return any(ask in line for ask in _ASKS)
