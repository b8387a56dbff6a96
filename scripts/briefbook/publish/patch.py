"""Brings a finished site up to date with what changed in the compiled folder, and leaves the rest.

That goes where the theme prints the same around pages as before, and styles what it styled: where a
page needs another shell, where a hand-written page changed, where a class came or went that a style
sheet could mean, nobody but the engine can tell, and it makes the whole site.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from briefbook.analysis.claim_pages import EMBEDDED
from briefbook.pages.page_types.brief.without import FILE as TABLES
from briefbook.project.answers import Answers
from briefbook.project.project import Project
from briefbook.publish.compile import Compiled
from briefbook.publish.link_check import BrokenLink, LinkedSite
from briefbook.publish.page_marks import PageMarks
from briefbook.publish.shell.frame import Finished, Frame, address_of
from briefbook.publish.site_scan import Marks, SiteScan
from briefbook.publish.site_state import SiteState
from briefbook.publish.twin import Changes

_OF_THEME = (".css", ".js", ".html")
"""Files on which more depends than themselves."""
Facts = Counter[str]


def patch(
    project: Project, compiled: Compiled, state: SiteState, answers: Answers, base: str,
    there: Set[str],
) -> Changes | None:  # fmt: skip
    """What changes in the published site, published below `base`, of which these files are `there`;
    `state` and `answers` are brought up to date with it. None if the whole site has to be made;
    both are then as they were.
    """
    known = PageMarks(answers, state.frame)
    touched = compiled.synced.changed | compiled.synced.gone
    if touched & {*state.handwritten, *compiled.handwritten}:
        return None  # what becomes of them is the engine's to say
    pages = _pages(project, compiled, state.frame, known)
    gone = compiled.synced.gone
    if pages is None or not state.frame.keeps(gone):
        return None
    written = {page: one.page.encode() for page, one in pages.items()}
    written |= {
        name: (project.compiled / name).read_bytes()
        for name in compiled.synced.changed
        if not name.endswith(".md")
    }
    deleted = frozenset(_page_of(name) if name.endswith(".md") else name for name in gone)
    facts = _facts_after(state, known, pages, deleted)
    moved = {*(written.keys() - there), *(deleted & there)}
    if facts is None or _lead_around(state.frame, moved, base):
        return None
    if _are_named(moved, project.compiled, state.frame.whole):
        return None
    state.facts = facts
    site = LinkedSite(known, {*there, *written} - deleted, base)
    _check(state, site, known, pages, moved, deleted)
    known.keep(site)
    return Changes(written, deleted)


def state_of(
    key: str, frame: Frame, said: tuple[str, ...], scan: SiteScan, ids: Set[str],
    broken: Iterable[BrokenLink], answers: Answers, site: LinkedSite, handwritten: Set[str],
) -> SiteState:  # fmt: skip
    """What is to be known of a site that was made whole. `ids` are those that a style sheet could
    mean."""
    facts = Facts({f"{_ID}{one}": 0 for one in ids})
    keys = {id(marks): shell for shell, marks in frame.around.items()}
    known = PageMarks(answers, frame)
    for page, own in scan.pages.items():
        around = scan.around.get(page)
        facts.update(_facts(own, ids))
        if around:
            facts.update(_facts(around, ids))
        known.take(page, own, keys[id(around)] if around else None)
    known.keep(site)
    by_page: dict[str, list[str]] = {}
    for one in broken:
        by_page.setdefault(one.page, []).append(one.link)
    return SiteState(key, frame, said, by_page, facts, frozenset(handwritten))


def broken_of(state: SiteState) -> list[BrokenLink]:
    """All links of a site that lead nowhere."""
    return sorted(BrokenLink(page, link) for page, links in state.broken.items() for link in links)


def _pages(
    project: Project, compiled: Compiled, frame: Frame, known: PageMarks
) -> dict[str, Finished] | None:
    """The pages that changed, by their file on the site; None if one has no shell."""
    found: dict[str, Finished] = {}
    for name in compiled.synced.changed:
        if name.endswith(_OF_THEME) and not _is_data(name):
            return None
        if not name.endswith(".md"):
            continue
        text = (project.compiled / name).read_text(encoding="utf-8")
        made = frame.finished(name, text) if name in compiled.blocks else None
        page = _page_of(name)
        if made is None or (known.before(page) is None and not frame.keeps([name])):
            return None
        found[page] = made
    return found


def _is_data(name: str) -> bool:
    """Whether nothing else depends on a file: a card for other sites, the tables of a brief."""
    return name.startswith(EMBEDDED) or name.endswith(f"/{TABLES}")


def _page_of(name: str) -> str:
    return f"{address_of(name)}index.html"


_CLASS, _PROPERTY, _ID = "class ", "property ", "id "


def _facts(found: Marks, ids: Set[str]) -> set[str]:
    """What stands on a page of all on which a style sheet can depend."""
    classes = {f"{_CLASS}{one}" for value in found.classes for one in value.split()}
    here = {f"{_ID}{one}" for one in ids if found.has(one)}
    return {*classes, *(f"{_PROPERTY}{one}" for one in found.properties), *here}


def _facts_after(
    state: SiteState, known: PageMarks, pages: Mapping[str, Finished], deleted: Set[str]
) -> Facts | None:
    """The facts as they are now; None if one came or went. The new pages are taken by `known`."""
    ids = {one.removeprefix(_ID) for one in state.facts if one.startswith(_ID)}
    facts = Facts(state.facts)
    for page in (*pages, *deleted):
        if before := known.before(page):
            own, key = before
            for marks in filter(None, (own, known.around(key))):
                facts.subtract(_facts(marks, ids))
    for page, made in pages.items():
        known.take(page, made.own, made.key)
        for marks in (made.own, state.frame.around[made.key]):
            facts.update(_facts(marks, ids))
    for page in deleted:
        if known.before(page):
            known.drop(page)
    there = {one for one, number in facts.items() if number > 0}
    return facts if there == {one for one, number in state.facts.items() if number > 0} else None


def _lead_around(frame: Frame, files: Set[str], base: str) -> bool:
    """Whether links around pages lead to one of these files."""
    if not files:
        return False
    site = LinkedSite(SiteScan(), frozenset(), base)
    for key, marks in frame.around.items():
        address = address_of(key) if isinstance(key, str) else key.address
        if files & site.targets(f"{address}index.html", marks):
            return True
    return False


def _are_named(files: Set[str], compiled: Path, whole: Set[str]) -> bool:
    """Whether a page that the engine prints may link one of these files: where links in Markdown
    lead depends on what is there."""
    names = {file.rpartition("/")[2] for file in files} - {"index.html"}
    if not names:
        return False
    texts = (compiled / name for name in whole)
    return any(
        name in text
        for path in texts
        if path.is_file()
        for text in [path.read_text(encoding="utf-8-sig", errors="replace")]
        for name in names
    )


def _check(
    state: SiteState, site: LinkedSite, known: PageMarks, pages: Mapping[str, Finished],
    moved: Set[str], deleted: Set[str],
) -> None:  # fmt: skip
    """Check the links of all pages that may lead elsewhere now."""
    ids_moved = {page for page in pages if _ids(known.before(page)) != _ids(known.now(page))}
    doubtful = {*pages, *known.leading_to({*moved, *ids_moved})} - deleted
    for page in deleted:
        state.broken.pop(page, None)
    for page in doubtful:
        if found := known.now(page):
            own, key = found
            around = known.around(key)
            wrong = [*site.wrong(page, own), *(site.wrong(page, around) if around else ())]
            if wrong:
                state.broken[page] = sorted(set(wrong))
            else:
                state.broken.pop(page, None)


def _ids(found: tuple[Marks, object] | None) -> str:
    return found[0].ids if found else ""
