"""What a published manifest has and the briefs no longer have: addresses that would break."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from briefbook.analysis.edition import Edition
from briefbook.analysis.former_ids import former_ids_of, heir_of
from briefbook.corpus import BriefFile, Target
from briefbook.findings import Finding, Place
from briefbook.model.versioned_json import UnreadableJson, Version1, read_versioned
from briefbook.rules.chg.vanished_id import KIND, old_name_lost

_Id = Annotated[str, Field(max_length=200)]


class UnreadableManifest(UnreadableJson):
    """A manifest that is none; the message is one line."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class _PublishedBrief(_Part):
    status: str
    renamed_from: tuple[_Id, ...] = ()
    records: dict[_Id, object]


class Manifest(_Part):
    """As far as it is compared: ids of briefs with their records, and those of the library."""

    version: Version1
    briefs: dict[_Id, _PublishedBrief]
    sources: dict[_Id, object]
    entities: dict[_Id, object]
    topics: dict[_Id, object]

    @classmethod
    def parse(cls, raw: bytes) -> "Manifest":
        """Read /data/v1/manifest.json of a site.

        Raises UnreadableManifest.
        """
        return read_versioned(cls, raw, UnreadableManifest)


_OUT = ("published", "superseded", "withdrawn")


def vanished(manifest: Manifest, edition: Edition) -> Iterator[Finding]:
    """A finding for each published brief, record, source, actor and topic that is not there."""
    unread = edition.corpus.unread
    files = {file.id: file for file in edition.corpus.files}
    renamed = {old: name for name, brief in edition.briefs.items() for old in brief.renamed_from}
    for name, published in manifest.briefs.items():
        if published.status not in _OUT:
            continue
        found = files.get(name) or files.get(renamed.get(name, ""))
        if found is None and not {Target("brief", name), Target("brief", "")}.isdisjoint(unread):
            continue
        if found is None:
            yield Finding(
                KIND,
                f"The brief “{name}” was published and is gone: links to it would break.",
                Place(f"briefings/{name}.yml"),
                "Put the file back with status withdrawn and `withdrawn: {date, reason, notice}`; "
                "if it was renamed, list the old id under `renamed_from`.",
            )
            continue
        now = found.brief.renamed_from if found.brief else published.renamed_from
        for former in published.renamed_from:
            if former not in now and former not in files:
                yield old_name_lost(former, Place(found.path, ("title",), on_key=True))
        known = edition.corpus.links.routes_by_path.get(found.path, {})
        for record in published.records if found.node is not None else ():
            if record not in known and not _renamed(record, found):
                yield Finding(
                    KIND,
                    f"The record “{record}” was published and is gone: links to it would break.",
                    Place(found.path, ("title",), on_key=True),
                    "Put it back; a record that no longer stands keeps its id and gets "
                    "`withdrawn: {date, reason, notice}`.",
                )
    yield from _of_library(manifest, edition)


def _renamed(record: str, file: BriefFile) -> bool:
    """Whether a record had this id, so that links to it lead on."""
    former = former_ids_of(file.brief).values() if file.brief else ()
    return any(record in names for names in former)


def _of_library(manifest: Manifest, edition: Edition) -> Iterator[Finding]:
    corpus = edition.corpus
    own = {name for names in corpus.links.own_sources.values() for name in names}
    unread = {target.role for target in corpus.unread}
    if "brief" in unread:  # it may have sources of its own
        unread.add("source")
    for role, published in (("source", manifest.sources), ("entity", manifest.entities),
                            ("topic", manifest.topics)):  # fmt: skip
        known = corpus.links.ids_by_role.get(role, frozenset()) | (
            own if role == "source" else set()
        )
        for name in published if role not in unread else ():
            if name not in known and heir_of(name, edition) is None:
                yield Finding(
                    KIND,
                    f"“{name}” was published and is gone from the library, and its page with it.",
                    Place("briefings/_library"),
                    "Put it back; an entry that no longer stands keeps its place with `withdrawn`.",
                )
