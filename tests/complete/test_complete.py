"""Nothing is forgotten: every record type and every field turns up wherever it should.

The project in project/ fills every field. Each is taken out or changed in turn, and the pages, the
search and the diff must notice. What may stay silent stands in exceptions.yml with its reason.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from fields import declared, lists_of
from surfaces import edition, every_field, noticed, pages, project, sought

from briefbook.analysis.signoffs import SignedBrief
from briefbook.analysis.site_addresses import address, anchored
from briefbook.corpus import Target
from briefbook.diff.compare import compare
from briefbook.exporters.manifest.export import build as manifest_of
from briefbook.model import Brief
from briefbook.model.record import Record, id_of
from briefbook.model.record_types import RECORD_TYPES, RecordType, of_library
from briefbook.pages.context import Context

EXCEPTIONS: Mapping[str, Mapping[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "exceptions.yml").read_text()
)
BASE = edition(project())
MADE = pages(BASE)


def test_the_project_has_no_mistakes() -> None:
    assert [finding.message for finding in BASE.corpus.findings] == []
    assert [link.reference.target for link in BASE.corpus.links.dangling] == []


def test_every_field_of_every_type_is_filled() -> None:
    known = {*declared(Brief, "brief")}
    for kind in of_library():
        known |= {*declared(kind.model, kind.noun)}
    assert known - {field.name for _, field in every_field(project())} == set()


SHARES = 6
"""Fields are looked for in so many tests, which run side by side."""


def test_what_may_stay_silent_is_a_field() -> None:
    known = {field.name for _, field in every_field(project())}
    assert {name for names in EXCEPTIONS.values() for name in names} <= known


@pytest.mark.parametrize("share", range(SHARES))
def test_every_field_turns_up(share: int) -> None:
    """In one test for many: a change of each field is looked for once, on pages, in search and
    diff."""
    fields = [*every_field(project())]
    mine = {*sorted({field.name for _, field in fields})[share::SHARES]}
    fields = [(path, field) for path, field in fields if field.name in mine]
    forgotten, needless = set(), set()
    for surface, found in noticed(fields).items():
        wanted = {field.name for _, field in fields if surface != "search" or field.text}
        silent, excepted = wanted - found, mine.intersection(EXCEPTIONS[surface])
        forgotten |= {(surface, name) for name in silent - excepted}
        needless |= {(surface, name) for name in excepted - silent}
    assert forgotten == set()
    assert needless == set(), "no exception any more"


PAGE = next(page for page in MADE if page.address == "briefings/everything/")


def test_every_list_of_a_brief_is_a_type() -> None:
    assert lists_of(Brief) == {kind.listed for kind in RECORD_TYPES if kind.listed}


def _examples(kind: RecordType) -> list[tuple[Target, Record]]:
    """The records of a type in the project that have an address."""
    if kind.library_list:
        return [(Target(kind.noun, name), one) for name, one in BASE.library_records(kind).items()]
    brief = BASE.briefs["everything"]
    return [(Target("record", id_of(one), "everything"), one)
            for one in getattr(brief, kind.listed) if id_of(one)]  # fmt: skip


ADDRESSED = [kind for kind in RECORD_TYPES if kind.has_id]


@pytest.mark.parametrize("kind", ADDRESSED, ids=lambda kind: kind.noun)
def test_every_record_has_its_anchor(kind: RecordType) -> None:
    made = {page.address: page.markdown for page in MADE}
    for target, _ in _examples(kind):
        page, _, anchor = address(target).partition("#")
        assert page in made
        if anchor:
            assert f'id="{anchor}"' in made[page] or f"{{ #{anchor}" in made[page], target


@pytest.mark.parametrize("kind", ADDRESSED, ids=lambda kind: kind.noun)
def test_a_link_to_a_record_says_what_it_is(kind: RecordType) -> None:
    context = Context(BASE, "briefings/later/", "later")
    for target, record in _examples(kind):
        if target.role != "record":
            continue
        link = context.record(f"{target.brief}#{target.id}")
        assert kind.says(record)[:12].lower() in str(link.label).lower(), target
        assert link.url == f"../everything/#{target.id}"


@pytest.mark.parametrize("kind", ADDRESSED, ids=lambda kind: kind.noun)
def test_every_record_is_found_by_what_it_says(kind: RecordType) -> None:
    found = sought(MADE)
    for target, record in _examples(kind):
        one = found[anchored(target)]
        assert kind.says(record).rstrip(".").lower() in one.title.lower(), target


@pytest.mark.parametrize("kind", ADDRESSED, ids=lambda kind: kind.noun)
def test_every_record_stands_in_the_manifest(kind: RecordType) -> None:
    manifest = json.loads(next(iter(manifest_of(BASE))).content)
    for target, _ in _examples(kind):
        if kind.library_list:
            assert manifest[kind.library_list][target.id]["address"] == address(target)
        else:
            entry = manifest["briefs"]["everything"]["records"][target.id]
            assert (entry["kind"], entry["address"]) == (kind.noun, address(target))


@pytest.mark.parametrize("kind", [k for k in ADDRESSED if not k.library_list], ids=lambda k: k.noun)
def test_every_record_can_be_cited_and_signed(kind: RecordType) -> None:
    cited = {file.path: file.content.decode() for file in PAGE.files if "citations" in file.path}
    for target, _ in _examples(kind):
        url = f"https://example.org/{address(target)}"
        assert len([path for path, text in cited.items() if url in text]) == len(cited) == 3
        assert SignedBrief(BASE.briefs["everything"]).hash(target.id)


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.noun)
def test_a_record_that_comes_or_goes_is_told(kind: RecordType) -> None:
    less = edition({path: _without_last(kind, path, body) for path, body in project().items()})
    gone = {change.kind for change in compare(BASE, less).changes}
    come = {change.kind for change in compare(less, BASE).changes}
    assert f"{kind.noun}-removed" in gone
    assert {f"{kind.noun}-added", f"{kind.noun}-opened"} & come


def _without_last(kind: RecordType, path: str, body: Any) -> Any:
    """A file without the last record of a type, where it holds more than one."""
    if isinstance(body, list):
        here = kind.library_list and f"/_library/{kind.library_list}" in path
        return body[:-1] if here else body
    records = body.get(kind.listed, [])
    return {**body, kind.listed: records[:-1]} if records and path.endswith("g.yml") else body
