"""The published manifest: every brief, record, source, actor and topic, its address, its meaning.

Whoever holds one can tell later what is gone and what says something else.
"""

import json
from collections.abc import Iterator
from typing import Any

from briefbook.analysis.edition import Edition
from briefbook.analysis.quotations import of_brief
from briefbook.analysis.remembered import Kept
from briefbook.analysis.site_addresses import address
from briefbook.corpus import Target
from briefbook.exporters import Exporter
from briefbook.model import Brief
from briefbook.model.canonical_form import digest
from briefbook.model.record import id_of
from briefbook.model.record_types import of_library, record_type_of, with_permalinks
from briefbook.model.standing import is_withdrawn
from briefbook.text.artifact import Artifact

PATH = "data/v1/manifest.json"


def build(edition: Edition) -> Iterator[Artifact]:
    """One JSON object, version 1; keys in the order of ids."""
    lists = {
        "briefs": ("brief", edition.briefs),
        **{kind.library_list: (kind.noun, edition.library_records(kind)) for kind in of_library()},
    }
    lines = ["{", ' "version": 1,', f' "site": {_text(edition.settings.site_url or None)},']
    for place, (name, (role, records)) in enumerate(lists.items(), 1):
        entries = ",\n".join(
            f"  {_text(one)}: {edition.kept(ENTRY, role, one)}"
            for one in (records if role == "brief" else sorted(records))
        )
        end = "," if place < len(lists) else ""
        lines.append(
            f" {_text(name)}: {{\n{entries}\n }}{end}" if entries else f" {_text(name)}: {{}}{end}"
        )
    yield Artifact(PATH, "\n".join([*lines, "}", ""]).encode())


def _entry(edition: Edition, name: tuple[str, ...]) -> str:
    """What the manifest says of a brief or an entry of the library, by its role and id."""
    role, one = name
    if role == "brief":
        found = _brief(one, edition.briefs[one], edition)
    else:
        kind = next(kind for kind in of_library() if kind.noun == role)
        record = edition.library_records(kind)[one]
        found = {"address": address(Target(role, one)), "hash": digest(record)}
    return _text(found).replace("\n", "\n  ")


ENTRY = Kept("manifest", _entry)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)


def _brief(name: str, brief: Brief, edition: Edition) -> dict[str, Any]:
    records = {id_of(record): record for record in with_permalinks(brief)}
    quotations = dict[str, list[dict[str, Any]]]()
    for placed, written in of_brief(name, brief, edition.sources):
        place = {"said": written.said} if written.evidence is None else {
            "evidence": written.evidence
        }  # fmt: skip
        state = edition.proof(written.quotation).state.value
        quotations.setdefault(placed.id, []).append({**place, "state": state})
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
                **({"quotations": quotations[identity]} if identity in quotations else {}),
            }
            for identity, record in sorted(records.items())
        },
    }


EXPORTER = Exporter("manifest", "Everything with an address, and a hash of its meaning.", build)
