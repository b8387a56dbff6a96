"""The published manifest: every brief, record, source, actor and topic, its address, its meaning.

Whoever holds one can tell later what is gone and what says something else.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.exporters import Exporter
from briefbook.model import Brief, Record
from briefbook.model.canonical_form import digest
from briefbook.model.record import id_of
from briefbook.model.record_types import of_library, record_type_of, with_permalinks
from briefbook.model.standing import is_withdrawn
from briefbook.text.artifact import Artifact

PATH = "data/v1/manifest.json"


def build(edition: Edition) -> Iterator[Artifact]:
    """One JSON object, version 1; keys in the order of ids."""
    body = {
        "version": 1,
        "site": edition.settings.site_url or None,
        "briefs": {name: _brief(edition, name, brief) for name, brief in edition.briefs.items()},
        **{
            kind.library_list: _library(kind.noun, edition.library_records(kind))
            for kind in of_library()
        },
    }
    text = json.dumps(body, ensure_ascii=False, indent=1, allow_nan=False)
    yield Artifact(PATH, f"{text}\n".encode())


def _brief(edition: Edition, name: str, brief: Brief) -> dict[str, Any]:
    records = {id_of(record): record for record in with_permalinks(brief)}
    return {
        "address": address(Target("brief", name)),
        "status": brief.status.value,
        "hash": digest(brief),
        "renamed_from": sorted(brief.renamed_from),
        "records": {
            identity: {
                "kind": record_type_of(record).noun,
                "address": address(Target("record", identity, name)),
                "hash": digest(record),
                "withdrawn": is_withdrawn(record, None),
            }
            for identity, record in sorted(records.items())
        },
    }


def _library(role: str, records: Mapping[str, Record]) -> dict[str, Any]:
    return {
        name: {"address": address(Target(role, name)), "hash": digest(record)}
        for name, record in sorted(records.items())
    }


EXPORTER = Exporter("manifest", "Everything with an address, and a hash of its meaning.", build)
