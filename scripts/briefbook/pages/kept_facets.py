"""The facets of each brief's records as a text of its own: after an edit one brief is gone through
for them, and not all."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.facets import FacetedRecord, of_sources, within_brief
from briefbook.analysis.remembered import Kept
from briefbook.corpus import Target


def kept_facets(edition: Edition) -> Iterator[FacetedRecord]:
    """What `facets` gives, read from what is kept of each brief."""
    for name in edition.newest_first():
        yield from read_facets(edition.kept(FACETS, name))
    yield from of_sources(edition)


def plain_facets(records: Iterable[FacetedRecord]) -> str:
    """Records with their values, in their order, as a line of JSON."""
    plain = [[*one.target, one.values] for one in records]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def read_facets(plain: str) -> list[FacetedRecord]:
    """What `plain_facets` wrote. Raises ValueError for anything else."""
    try:
        return [FacetedRecord(Target(*target), _values(values))
                for *target, values in json.loads(plain)]  # fmt: skip
    except (TypeError, AttributeError) as error:
        raise ValueError("these are no facets") from error


def _values(plain: Any) -> dict[str, tuple[str, ...]]:  # noqa: ANN401 plain data
    return {facet: tuple(values) for facet, values in plain.items()}


FACETS = Kept("facets", lambda edition, name: plain_facets(within_brief(edition, *name)))
"""By the id of a brief."""
