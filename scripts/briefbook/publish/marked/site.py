"""Copies a finished site and marks on its pages what a report says changed."""

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from briefbook.diff.change_place import page_of
from briefbook.diff.change_report import ChangeReport
from briefbook.diff.change_view import ChangeView
from briefbook.project.wrong_use import WrongUse
from briefbook.publish.marked.notes import note, overview
from briefbook.publish.swap import swap_in
from briefbook.text.html import Html
from briefbook.text.terminal import visible

STYLE = "assets/briefbook/changes.css"
"""Its style sheet, by which a folder is known for such a copy."""
_LISTED = 200
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ABOVE = "h[1-6]|div|section|article|details|p|figure|table|ul|ol|dl"
"""Elements above which a note can stand."""
Places = dict[str, dict[str, list[ChangeView]]]
"""Changes by page (its address) and anchor; an empty anchor is the page itself."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the copy lies, how many pages and records are marked in it, and how many pages of the
    report the site does not have."""

    place: Path
    pages: int
    records: int
    lacking: int


def marked_site(site: Path, report: ChangeReport, place: Path) -> Marked:
    """Put a marked copy of a site at `place`, whole or not at all; a .zip if it is called so.

    Only an earlier copy gives way to it. Raises WrongUse for a place that holds something else, a
    site that is none, or what cannot be written.
    """
    if not (site / "index.html").is_file():
        raise WrongUse(f"{visible(str(site))} holds no finished site; briefbook build makes one")
    _refuse(site, place)
    zipped = place.suffix == ".zip"
    making = None
    try:
        making = Path(tempfile.mkdtemp(prefix=f".{place.name}.", dir=place.parent))
        fresh = making / "site"
        shutil.copytree(site, fresh, ignore=_links)
        places = _places(report)
        marked = [page for page in sorted(places) if _mark(fresh, page, places[page])]
        _mark_front(fresh, places, marked, report)
        style = files("briefbook.publish.marked").joinpath("changes.css").read_bytes()
        (fresh / STYLE).parent.mkdir(parents=True, exist_ok=True)
        (fresh / STYLE).write_bytes(style)
        if zipped:
            _zip(fresh, making / "site.zip")
            (making / "site.zip").replace(place)
        else:
            swap_in(fresh, place)
    except OSError as error:
        raise WrongUse(
            f"{visible(str(place))} cannot be written: {(error.strerror or str(error)).lower()}"
        ) from None
    except UnicodeDecodeError:
        raise WrongUse(f"{visible(str(site))} holds a page that is no UTF-8") from None
    finally:
        if making:
            shutil.rmtree(making, ignore_errors=True)
    records = sum(len(places[page]) for page in marked)
    return Marked(place, len(marked), records, len(places) - len(marked))


def _refuse(site: Path, place: Path) -> None:
    here, there = place.resolve(), site.resolve()
    if here == there or here.is_relative_to(there) or there.is_relative_to(here):
        raise WrongUse("the marked copy needs a place of its own, outside of the site")
    if place.is_symlink():
        raise WrongUse(f"{visible(str(place))} is a link; name the place itself")
    if place.exists() and not _is_ours(place):
        raise WrongUse(
            f"{visible(str(place))} is there and is no earlier copy: name another place, or "
            "remove it first"
        )


def _is_ours(place: Path) -> bool:
    """Whether an earlier copy, or nothing at all, is in a place."""
    if place.suffix != ".zip":
        return place.is_dir() and ((place / STYLE).is_file() or not any(place.iterdir()))
    return zipfile.is_zipfile(place) and STYLE in zipfile.ZipFile(place).namelist()


def _links(folder: str, names: list[str]) -> list[str]:
    """Symbolic links: a site has none, and nothing may be written through one."""
    return [name for name in names if Path(folder, name).is_symlink()]


def _places(report: ChangeReport) -> Places:
    found: Places = {}
    for change in report.direct:
        page, anchor = page_of(change)
        if page:
            found.setdefault(page, {}).setdefault(anchor, []).append(change)
    return found


def _mark(fresh: Path, page: str, anchors: dict[str, list[ChangeView]]) -> bool:
    """Put notes on a page; whether it is there."""
    path = fresh / page / "index.html"
    if not path.is_file():
        return False
    html = path.read_text(encoding="utf-8")
    top: list[ChangeView] = []
    for anchor, changes in anchors.items():
        placed = _above(html, anchor, note(changes)) if anchor else None
        html = placed or html
        top += [] if placed else changes
    if top:
        html = _below_title(html, note(top))
    up = "../" * page.count("/")
    path.write_text(_with_style(html, up), encoding="utf-8")
    return True


def _above(html: str, anchor: str, said: Html) -> str | None:
    found = re.search(rf'<(?:{_ABOVE})\b[^<>]*\bid="{re.escape(anchor)}"', html)
    return _put(html, found.start(), said) if found else None


def _below_title(html: str, said: Html) -> str:
    end = html.find("</h1>")
    at = end + len("</h1>") if end >= 0 else html.find("</body>")
    return _put(html, at, said) if at >= 0 else html


def _put(html: str, at: int, said: Html) -> str:
    # Not by “+”, by which escaped HTML would escape what it is put to.
    return "".join((html[:at], said, html[at:]))


def _with_style(html: str, up: str) -> str:
    link = f'<link rel="stylesheet" href="{up}{STYLE}"><meta name="robots" content="noindex">'
    return html.replace("</head>", f"{link}</head>", 1)


def _mark_front(fresh: Path, places: Places, marked: list[str], report: ChangeReport) -> None:
    """List on the front page what changed, the weightiest first."""
    entries = sorted(_entries(places, set(marked), report), key=lambda one: one[0])
    shown = [entry[1:] for entry in entries[:_LISTED]]
    path = fresh / "index.html"
    html = _below_title(path.read_text(encoding="utf-8"),
                        overview(shown, max(0, len(entries) - _LISTED)))  # fmt: skip
    path.write_text(_with_style(html, ""), encoding="utf-8")


def _entries(
    places: Places, marked: set[str], report: ChangeReport
) -> Iterator[tuple[tuple[int, str, str], str, str, str]]:
    for page, anchors in places.items():
        for anchor, changes in anchors.items():
            first = min(changes, key=lambda one: one.rank)
            there = page if page in marked else ""
            says = report.says_of(first) or report.titles.get(first.brief or "", "") or page
            what = ", ".join(dict.fromkeys(one.words for one in changes))
            where = f"{there}#{anchor}" if there and anchor else there
            yield (first.rank, page, anchor), where, visible(says).rstrip("."), what


def _zip(folder: Path, place: Path) -> None:
    """All files of a folder in their order, with no times in it: the same bytes each time."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _FIRST_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes())
