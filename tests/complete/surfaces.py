"""Where records and their fields must turn up: pages, search, diff."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml
from fields import Field, filled

from briefbook.analysis.edition import Edition
from briefbook.corpus import gather
from briefbook.diff.compare import compare
from briefbook.model import Brief
from briefbook.model.record_types import of_library
from briefbook.model.settings import Settings
from briefbook.pages import Page, PageType
from briefbook.registry import discover

PROJECT = Path(__file__).parent / "project"
DAY = date(2026, 11, 23)
SETTINGS = Settings(site_name="Everything", site_url="https://example.org/",
                    edit_url="https://example.org/edit/main/")  # fmt: skip
_WHOLE = ("brief", "article", "source", "entity", "topic", "redirect", "corrections_board")
Data = Mapping[str, Any]


@cache
def project() -> Data:
    """The parsed files of the project by path, every scalar as it was typed."""
    return {
        path.relative_to(PROJECT).as_posix(): yaml.load(path.read_text(), yaml.CBaseLoader)
        for path in sorted((PROJECT / "briefings").rglob("*.yml"))
    }


def edition(data: Data) -> Edition:
    """The project, read on a fixed day."""
    held = {
        path: yaml.dump(body, Dumper=yaml.CSafeDumper, allow_unicode=True).encode()
        for path, body in data.items()
    }
    return Edition(gather(held.items()), DAY, SETTINGS)


def pages(read: Edition) -> list[Page]:
    """The pages of briefs and of what the library holds: where a record is told whole."""
    return list(_each_page(read))


def _each_page(read: Edition) -> Iterator[Page]:
    """The same, each made when it is asked for."""
    kinds = {kind.name: kind for kind in discover("briefbook.pages.page_types", PageType)}
    return (page for name in _WHOLE for page in kinds[name].build(read))


def every_field(data: Data) -> Iterator[tuple[str, Field]]:
    """Every filled field with the file that it stands in."""
    lists = {kind.library_list: kind for kind in of_library()}
    for path, body in data.items():
        stem = path.removeprefix("briefings/_library/").partition("/")[0].removesuffix(".yml")
        if stem in lists:
            kind = lists[stem]
            for at, entry in enumerate(body):
                yield from ((path, one) for one in filled(entry, kind.model, kind.noun, (at,)))
        else:
            yield from ((path, one) for one in filled(body, Brief, "brief"))


def printed(made: list[Page]) -> dict[str, str]:
    """What readers see, by address."""
    return {page.address: page.markdown for page in made}


def sought(made: list[Page]) -> dict[str, object]:
    """What the search knows, by address."""
    return {one.address: one for page in made for one in page.records}


def told(before: Edition, after: Edition) -> bool:
    """Whether the diff has a word for what changed."""
    return bool(compare(before, after).changes)


def noticed(fields: Iterable[tuple[str, Field]]) -> Mapping[str, frozenset[str]]:
    """For pages, search and diff the names of those of some fields whose change they notice.

    Whether the search notices a field that is no text, is not looked at to the end.
    """
    base = edition(project())
    before = pages(base)
    found: dict[str, set[str]] = {"page": set(), "search": set(), "diff": set()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefbook.pages.social._png", lambda image: b"")  # no preview tells a field
        for path, field in fields:
            if all(field.name in names for names in found.values()):
                continue
            after = edition({**project(), path: field.edit(project()[path])})
            for was, now in zip_longest(before, _each_page(after)):
                if was is None or now is None or printed([was]) != printed([now]):
                    found["page"].add(field.name)
                if was is None or now is None or sought([was]) != sought([now]):
                    found["search"].add(field.name)
                if field.name in found["page"] and (
                    field.name in found["search"] or not field.text
                ):
                    break
            if told(base, after):
                found["diff"].add(field.name)
    return {surface: frozenset(names) for surface, names in found.items()}
